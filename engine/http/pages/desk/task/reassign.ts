/** A supervisor gives a task to somebody, and says why. */
import { companiesOf } from '../../../../commands/acting.ts'
import { globalId } from '../../../../core/ids.ts'
import type { InstanceState } from '../../../../core/instance.ts'
import { isWithin, mayAssignTo, mayPassOn, type Applied } from '../../../../core/policy/access.ts'
import type { TaskRow } from '../../../../core/task.ts'
import { csrfField } from '../../frame/csrf.ts'
import { html, type Html } from '../../frame/html.ts'
import { URLS } from '../../urls.ts'
import type { Clerk } from '../clerk.ts'

const LONGEST_REASON = 2_000

/** Only those it may be given to: of a group it is offered to, and with eyes that have not seen it. */
export async function colleagueForm(
  { say, request, engine, actor }: Clerk,
  task: TaskRow,
  state: InstanceState,
  row: Applied,
): Promise<Html> {
  if (mayPassOn(actor, task, row)) return html``
  const people = await Promise.all(
    (await engine.listColleagues(actor)).map(async (one) => ({
      ...one,
      represents: await companiesOf(engine.deps, one.id),
    })),
  )
  const colleagues = people.filter(
    (one) => one.id !== task.assignee && isWithin(task, one) && mayAssignTo(one, task, state, row) === undefined,
  )
  if (colleagues.length === 0) return html``
  return html`<details class="reassign">
    <summary>${say.reassign}</summary>
    <form method="post" action="${URLS.deskTaskAction(globalId(task.instance, task.id), 'assign')}" class="panel">
      ${csrfField(request)}
      <div class="field">
        <label class="label" for="assignee">${say.toWhom}</label>
        <select class="input" id="assignee" name="assignee">
          ${colleagues.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}
        </select>
      </div>
      <div class="field">
        <label class="label" for="assign-reason">${say.reason}</label>
        <textarea class="input" id="assign-reason" name="reason" rows="2" required maxlength="${LONGEST_REASON}" dir="auto"></textarea>
      </div>
      <button class="button button-quiet">${say.assign}</button>
    </form>
  </details>`
}
