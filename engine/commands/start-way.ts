/** At which start event an application begins, and the form that is asked there. */
import { invalid, type Problem } from '../core/problem.ts'
import type { StartChoice, WorkflowStart } from '../core/workflow.ts'
import type { StartRequest } from './start-instance.ts'

/** Where there is a choice it has to be made; where there is none there is nothing to name. */
export function wayOf(
  { choices = [], form }: WorkflowStart,
  { startEvent, packageId }: StartRequest,
): (Pick<StartChoice, 'form'> & { readonly event?: string }) | Problem {
  if (choices.length === 0 && startEvent === undefined) return form === undefined ? {} : { form }
  const chosen = choices.find(({ event }) => event === startEvent)
  if (chosen) return chosen
  const expected =
    choices.length === 0 ? 'no start event to be named' : `one of ${choices.map(({ event }) => event).join(', ')}`
  return invalid(
    'start.event',
    `Expected ${expected} to begin ${packageId}, but found ${startEvent === undefined ? 'none' : `"${startEvent.slice(0, 80)}"`}`,
  )
}
