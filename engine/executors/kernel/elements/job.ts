/** Work handed to a machine: a connector of ours or an agency's own worker. */
import type { OpenedJob } from '../../../core/event.ts'
import type { JobDefinition } from '../../../core/program.ts'
import type { Opening } from '../behaviour.ts'
import { Failure } from '../failure.ts'
import { textOf, unfit, valueOf } from '../variables/evaluate.ts'
import type { Visit } from '../visit.ts'

export function openJob(visit: Visit, definition: JobDefinition): Opening | Failure {
  const type = textOf(visit, 'the job type', definition.type)
  if (type instanceof Failure) return type
  const retries = attempts(visit, definition)
  if (retries instanceof Failure) return retries
  const { id: element, headers, inputs } = visit.element
  const variables = inputs.length > 0 ? (visit.locals ?? {}) : visit.visible()
  const job: OpenedJob = { element, type, retries, headers, variables }
  return { kind: 'wait', facts: [{ kind: 'jobOpened', id: visit.id, job }] }
}

function attempts(visit: Visit, { retries }: JobDefinition): number | Failure {
  const value = valueOf(visit, 'the number of attempts', retries)
  if (value instanceof Failure) return value
  const count = typeof value === 'string' && value !== '' ? Number(value) : value
  if (typeof count === 'number' && Number.isInteger(count) && count >= 1) return count
  return unfit('expression', visit, 'the number of attempts', retries, 'a whole number from 1', value)
}
