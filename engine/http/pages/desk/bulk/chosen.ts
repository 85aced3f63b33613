/** The tasks that are decided together: of one step, and those among them that this clerk may not decide. */
import { MOST_AT_ONCE } from '../../../../commands/complete-tasks.ts'
import { compiledForm } from '../../../../commands/services.ts'
import type { TaskDetail } from '../../../../commands/tasks.ts'
import type { JsonObject } from '../../../../core/json.ts'
import { invalid, ProblemError } from '../../../../core/problem.ts'
import { orThrow } from '../../../api/context.ts'
import { fieldsOf } from '../../frame/form-body.ts'
import type { Filled } from '../answer-form.ts'
import type { Clerk } from '../clerk.ts'

export interface Chosen {
  readonly id: string
  readonly detail: TaskDetail
}

export async function chosenTasks({ engine, actor }: Clerk, fields: unknown): Promise<readonly Chosen[]> {
  const ids = [...new Set(fieldsOf(fields, 'task'))].filter((id) => id !== '')
  if (ids.length > MOST_AT_ONCE)
    throw new ProblemError(invalid('tasks.number', `Expected at most ${MOST_AT_ONCE} tasks at once`))
  const chosen: Chosen[] = []
  for (const id of ids) chosen.push({ id, detail: orThrow(await engine.getTask(actor, id)) })
  return chosen
}

/** Of one step of one version: then one form asks for all. */
export const isOneKind = (chosen: readonly Chosen[]): boolean =>
  new Set(chosen.map(({ detail: { task } }) => `${task.program} ${task.element}`)).size === 1

/** What the tasks differ in is not asked for all: expressions of the form see the first task's variables. */
export const filledOf = (
  { language }: Clerk,
  { form, answering }: TaskDetail,
  answers: JsonObject,
): Filled | undefined => form && { form: compiledForm(form), context: { ...answering, language }, answers }
