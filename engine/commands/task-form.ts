/** Which form a task is answered with, and whose it is. */
import type { Actor } from '../core/actor.ts'
import type { Change } from '../core/change.ts'
import { globalId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import { mayReadInstance } from '../core/policy/access.ts'
import type { Problem } from '../core/problem.ts'
import type { Form } from '../core/package/form.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import type { InstanceRow } from '../core/instance-row.ts'
import type { TaskRow } from '../core/task.ts'
import type { EngineDeps } from '../deps.ts'
import { attachmentsNamed } from './attachments-named.ts'

/** A form is looked for beside the task's own procedure, then in the application's package. */
export async function packageOfForm(deps: EngineDeps, task: TaskRow, row: InstanceRow): Promise<CheckedPackage> {
  const own = await deps.definitions.packageOf(task.program)
  const found = own && formOf(own, task) ? own : await deps.definitions.packageOf(row.program)
  if (found === undefined) throw new Error(`Expected the package of task ${task.instance}:${task.id}`)
  return found
}

export const formOf = (found: CheckedPackage, task: TaskRow): Form | undefined =>
  task.form === undefined ? undefined : found.forms.get(task.form)

/** The files that answers to it name, as documents of the application. */
export async function filesOf(
  deps: EngineDeps,
  actor: Actor,
  task: TaskRow,
  row: InstanceRow,
  answers: JsonObject,
): Promise<readonly Change[] | Problem> {
  return attachmentsNamed(deps, actor, {
    form: formOf(await packageOfForm(deps, task, row), task),
    answers,
    agency: row.agency,
    source: globalId(task.instance, task.id),
    instance: { id: row.id, isReadable: mayReadInstance(actor, row) === undefined },
  })
}
