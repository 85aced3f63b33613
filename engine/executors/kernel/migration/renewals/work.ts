/**
 * The open task or job of an element: as the other version defines it, where it defines it otherwise.
 *
 * A task's dates count from when it was opened. Whoever has taken a task keeps it, unless it is offered to others now. A
 * job that is out of attempts stays so until its incident is resolved; one a worker has answered already, while the
 * application is suspended, stays as it went out.
 */
import type { OpenedJob, OpenedTask } from '../../../../core/event.ts'
import type { LocalId, UserId } from '../../../../core/ids.ts'
import type { TaskWait } from '../../../../core/instance.ts'
import type { Element } from '../../../../core/program.ts'
import type { Fact } from '../../behaviour.ts'
import { behaviourOf } from '../../elements/table.ts'
import { beginClocks } from '../../clocks/begin.ts'
import { Failure } from '../../failure.ts'
import { Run } from '../../run.ts'
import { inputs } from '../../variables/mapping.ts'
import { type Visit, visitTo } from '../../visit.ts'
import { inputsText, offerText } from '../definition.ts'
import { roundVariables } from '../round.ts'
import type { Place } from '../plan.ts'
import type { Renewal } from '../renewal.ts'
import { isWorkRenewed } from '../work.ts'

export const work =
  (opened: Readonly<Record<LocalId, number>>): Renewal =>
  (run, place, plan) => {
    const [entry] = place.waits.filter(([, { kind }]) => kind === 'task' || kind === 'job')
    if (!entry || typeof place.to !== 'object') return undefined
    const [id, wait] = entry
    const isKept = place.stays || (wait.kind === 'job' && (plan.migration.jobs === 'keep' || isAnswered(run, id)))
    if (isKept || !isWorkRenewed(place, place.to, plan)) {
      const program = wait.kind === 'task' && { program: place.pairing.target.key }
      run.emit({ kind: 'waitMigrated', id, element: place.to.id, ...program })
      return undefined
    }
    const fact = definedAnew(run, place, place.to, opened[id])
    if (fact instanceof Failure) return fact
    if (fact.kind === 'taskOpened' && wait.kind === 'task')
      run.emit({ kind: 'taskRenewed', id, task: offered(fact.task, wait, place, place.to) })
    if (fact.kind === 'jobOpened' && wait.kind === 'job')
      run.emit({ kind: 'jobRenewed', id, job: attempted(fact.job, wait.retries) })
    return undefined
  }

const isAnswered = (run: Run, id: LocalId): boolean => run.draft.answers?.some((one) => one.id === id) ?? false

function definedAnew(run: Run, { id, from }: Place, to: Element, opened = run.ctx.now): Fact | Failure {
  const then = new Run({ ...run.ctx, now: opened }, run.draft)
  const visit = visitTo(then, id)
  if (inputsText(from) !== inputsText(to)) {
    const values = inputs(visit, itemOf(visit))
    if (values instanceof Failure) return values
    run.emit({ kind: 'variablesReplaced', scope: id, values })
  }
  const opening = behaviourOf(visit).activate(visit)
  run.countedDays ||= then.countedDays
  if (opening instanceof Failure) return opening
  beginClocks(run, visit)
  const fact = opening.facts?.find(({ kind }) => kind === 'taskOpened' || kind === 'jobOpened')
  if (!fact) throw new Error(`Expected ${to.id} to open a task or a job as ${from.id} did`)
  return fact
}

/** What an inner instance of a repeated activity begins with. */
function itemOf({ run, element, scope, loopCounter }: Visit) {
  const loop = scope === undefined ? undefined : run.draft.element(scope).loop
  return element.loop && loop && loopCounter !== undefined ? roundVariables(element.loop, loop, loopCounter) : {}
}

function offered(task: OpenedTask, { assignee: holder }: TaskWait, { from }: Place, to: Element): OpenedTask {
  const { assignee: named, ...rest } = task
  const isOpenToOthers = task.candidateGroups.length + task.candidateUsers.length > 0
  const stays = offerText(from) === offerText(to) || !(isOpenToOthers || named !== undefined)
  const assignee: UserId | undefined = stays ? (holder ?? named) : named
  return { ...rest, ...(assignee !== undefined && { assignee }) }
}

const attempted = (job: OpenedJob, left: number): OpenedJob => (left === 0 ? { ...job, retries: 0 } : job)
