/** The tasks that are decided together: of one step, and those among them that this clerk may not decide. */
import { MOST_AT_ONCE } from '../../../../commands/complete-tasks.ts'
import { compiledForm } from '../../../../commands/services.ts'
import type { TaskDetail } from '../../../../commands/tasks.ts'
import type { JsonObject } from '../../../../core/json.ts'
import { invalid, ProblemError } from '../../../../core/problem.ts'
import { orThrow } from '../../../api/context.ts'
import { titleOf } from '../../../problem-text.ts'
import { fieldsOf } from '../../frame/form-body.ts'
import { bdi, html, type Html } from '../../frame/html.ts'
import { URLS } from '../../urls.ts'
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

export const mayBeDecided = ({ detail }: Chosen): boolean =>
  detail.refused === undefined && detail.task.status === 'open'

/** Which of those chosen this clerk cannot decide, and why: two pairs of eyes stay two. */
export function notDecided({ tell, language }: Clerk, chosen: readonly Chosen[]): Html {
  const others = chosen.filter((one) => !mayBeDecided(one))
  if (others.length === 0) return html``
  return html`<div class="notice notice-warn">
    <p>${tell.bulkNotYours}</p>
    <ul>
      ${others.map(
        ({ id, detail: { task, refused: why } }) =>
          html`<li><a href="${URLS.deskTask(id)}">${bdi(task.reference)}</a>: ${titleOf(why ?? CLOSED)[language]}</li>`,
      )}
    </ul>
  </div>`
}

const CLOSED = { code: 'task.closed', kind: 'conflict' } as const
