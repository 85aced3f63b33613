/** What people do with the work on their desk: look, take, give back, save for later, decide. */
import { humanOf, type Actor } from '../core/actor.ts'
import { globalParts, type GlobalId, type UserId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import {
  isWithin,
  mayAssignTo,
  mayPassOn,
  mayReadAllOfTask,
  mayReadTask,
  mayWorkTask,
  noSuchTask,
  standsIn,
  type StandsFor,
} from '../core/policy/access.ts'
import { conflict, forbidden, invalid, isProblem, notFound, type Problem } from '../core/problem.ts'
import type { Change } from '../core/change.ts'
import type { InstanceRow } from '../core/instance-row.ts'
import type { TaskRow } from '../core/task.ts'
import type { InstanceState } from '../core/instance.ts'
import type { Command } from '../core/command.ts'
import { visibleVariables } from '../core/scope.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import type { Form } from '../core/package/form.ts'
import type { EngineDeps } from '../deps.ts'
import { calendarFor, transition, type Moved } from '../transition.ts'
import { recordAccess } from './data-accesses.ts'
import { answeringIn, type Answering, asksFor, judgeAnswers, personOf } from './answers.ts'
import { companiesOf } from './acting.ts'
import { knownFiles } from './known-files.ts'
import { compileForm } from '../../forms/compile.ts'
import { askerOf, withOffers } from './offers.ts'
import { filesOf, formOf, packageOfForm } from './task-form.ts'
import { noteOf, unfitText } from './notes.ts'

/** A task with what is needed to work on it. */
export interface TaskDetail {
  readonly task: TaskRow
  readonly variables: JsonObject
  readonly form?: Form
  /** What the form is shown with and judged by. */
  readonly answering: Answering
  /** Why whoever asks may not take or complete it; absent where they may. */
  readonly refused?: Problem
}

export async function getTask(deps: EngineDeps, actor: Actor, id: string): Promise<TaskDetail | Problem> {
  const task = await readable(deps, actor, id)
  if (isProblem(task)) return task
  const row = await deps.store.instances.get(task.instance)
  if (row === undefined) throw new Error(`Expected the instance of task ${id}`)
  await recordAccess(deps, actor, row, 'task', task.name)
  const found = await packageOfForm(deps, task, row)
  const form = formOf(found, task)
  const variables = shownVariables(actor, task, row, form)
  const refused = await whyNot(deps, actor, task, row)
  return {
    task,
    variables,
    ...(form ? { form } : {}),
    ...(refused ? { refused } : {}),
    answering: {
      ...(await answeringAt(deps, actor, task, row, found, variables)),
      ...(form ? { files: await knownFiles(deps, actor, row) } : {}),
    },
  }
}

async function whyNot(deps: EngineDeps, actor: Actor, task: TaskRow, row: InstanceRow): Promise<Problem | undefined> {
  if (task.status !== 'open') return undefined
  const standsFor = await principalsOf(deps, actor)
  return mayWorkTask(actor, task, JSON.parse(row.state) as InstanceState, row, standsFor)
}

/** Staff see all the procedure knows there; an applicant what is handed to the task and what its form asks for. */
function shownVariables(actor: Actor, task: TaskRow, row: InstanceRow, form: Form | undefined): JsonObject {
  const state = JSON.parse(row.state) as InstanceState
  const known = visibleVariables(state, task.id)
  return mayReadAllOfTask(actor, task, row) ? known : namedByTask(known, state.elements[task.id]?.variables ?? {}, form)
}

async function answeringAt(
  deps: EngineDeps,
  actor: Actor,
  task: TaskRow,
  row: InstanceRow,
  found: CheckedPackage,
  variables: JsonObject,
): Promise<Answering> {
  const by = mayReadAllOfTask(actor, task, row) ? 'staff' : 'applicant'
  const calendar = await calendarFor(deps, row.program, row.agency)
  return answeringIn(deps, found, { by, variables, task: task.element, ...personOf(actor) }, calendar)
}

/** What the procedure hands to the task, and what its form asks for: all that an applicant sees of the procedure's mind. */
function namedByTask(known: JsonObject, own: JsonObject, form: Form | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(known).filter(([name]) => Object.hasOwn(own, name) || (form && asksFor(form, name))),
  )
}

export function claimTask(deps: EngineDeps, actor: Actor, id: string): Promise<Moved | Problem> {
  return onTask(deps, actor, id, (task, state, row, standsFor) => {
    if (actor.kind !== 'user') return forbidden('task.person', 'Expected a person to take the task')
    const refused = mayWorkTask(actor, task, state, row, standsFor)
    if (refused) return refused
    const reason = standsIn(actor, task, standsFor) ? `Stands in for ${task.assignee ?? ''}` : undefined
    return { kind: 'assignTask', id: task.id, assignee: actor.id, ...(reason === undefined ? {} : { reason }) }
  })
}

export function releaseTask(deps: EngineDeps, actor: Actor, id: string): Promise<Moved | Problem> {
  return onTask(deps, actor, id, (task, _state, row) => {
    if (task.assignee === undefined) return conflict('task.free', 'Expected an assigned task, but it is free already')
    if (actor.kind === 'user' && task.assignee !== actor.id && mayPassOn(actor, task, row) !== undefined)
      return forbidden(
        'task.release',
        `Expected your own task, but it is assigned to ${task.assignee}; a supervisor can release it`,
      )
    if (task.candidateGroups.length + task.candidateUsers.length === 0)
      return conflict(
        'task.only-yours',
        'Expected a task offered to others as well, but nobody could take it; a supervisor can assign it to somebody',
      )
    return { kind: 'assignTask', id: task.id }
  })
}

export async function assignTask(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  assignee: UserId,
  reason: string,
): Promise<Moved | Problem> {
  return onTask(deps, actor, id, async (task, state, row) => {
    const refused = mayPassOn(actor, task, row) ?? unfitText(reason)
    if (refused) return refused
    const account = await deps.store.accounts.get(assignee)
    if (account === undefined || account.disabled || account.agency !== task.agency)
      return notFound(
        'account.not-found',
        `Expected an active account of ${task.agency}, but there is none called "${assignee.slice(0, 64)}"`,
      )
    if (!isWithin(task, account))
      return invalid(
        'task.outside',
        `Expected somebody of ${task.candidateGroups.join(' or ')}, to whom the task is offered, but "${assignee}" is in none of them`,
      )
    const person = { id: assignee, represents: await companiesOf(deps, assignee) }
    return mayAssignTo(person, task, state, row) ?? { kind: 'assignTask', id: task.id, assignee, reason }
  })
}

/** @param over the draft that was read, null where there was none: refused where somebody was faster; undefined: over whatever stands there */
export async function saveTask(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  draft: JsonObject,
  over?: JsonObject | null,
): Promise<true | Problem> {
  const task = await readable(deps, actor, id)
  if (isProblem(task)) return task
  const row = await deps.store.instances.get(task.instance)
  if (row === undefined) throw new Error(`Expected the instance of task ${id}`)
  const standsFor = await principalsOf(deps, actor)
  const refused = mayWorkTask(actor, task, JSON.parse(row.state) as InstanceState, row, standsFor)
  if (refused) return refused
  if (await deps.store.tasks.saveDraft(task.instance, task.id, draft, deps.clock.now(), over)) return true
  const now = await deps.store.tasks.get(task.instance, task.id)
  return now?.status === 'open' ? draftChanged : closedAlready(id)
}

const draftChanged: Problem = conflict(
  'task.draft-changed',
  'Expected the answers that were read, but they were saved otherwise meanwhile; read the task again',
)

/**
 * Completing a free task that is offered to you takes it as well, and so does completing one of a colleague in whose place
 * you stand.
 *
 * @param reason kept beside the application as a note for colleagues, in the same write
 */
export async function completeTask(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  answers: JsonObject,
  reason?: string,
): Promise<Moved | Problem> {
  const attached: Change[] = []
  const decide: Decide = async (task, state, row) => {
    const refused = mayWorkTask(actor, task, state, row)
    if (refused) return refused
    const variables = await judged(deps, actor, task, row, answers)
    if (isProblem(variables)) return variables
    const named = await filesOf(deps, actor, task, row, variables)
    if (isProblem(named)) return named
    attached.splice(0, attached.length, ...named, ...reasonOf(row))
    return { kind: 'completeTask', id: task.id, variables, ...(actor.kind === 'user' ? { by: humanOf(actor) } : {}) }
  }
  const reasonOf = (row: InstanceRow): readonly Change[] =>
    reason === undefined || actor.kind !== 'user'
      ? []
      : [noteOf(deps, actor, row, { audience: 'internal', body: reason })]
  await askBefore(deps, actor, id, answers)
  const moved = await onTask(deps, actor, id, decide, attached)
  if (!isProblem(moved) || moved.code !== 'task.assigned-to-other') return moved
  const taken = await claimTask(deps, actor, id)
  return isProblem(taken) ? moved : onTask(deps, actor, id, decide, attached)
}

/** Registers of other agencies are asked before anything is decided, so that nobody waits for them meanwhile. */
async function askBefore(deps: EngineDeps, actor: Actor, id: string, answers: JsonObject): Promise<void> {
  const task = await readable(deps, actor, id)
  const row = isProblem(task) ? undefined : await deps.store.instances.get(task.instance)
  if (!isProblem(task) && row && task.form !== undefined) await judged(deps, actor, task, row, answers)
}

type Decide = (
  task: TaskRow,
  state: InstanceState,
  row: InstanceRow,
  standsFor: StandsFor,
) => Command | Problem | Promise<Command | Problem>

/** @param changes written with what the command decides; the command fills it anew each time it is asked */
function onTask(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  command: Decide,
  changes: readonly Change[] = [],
): Promise<Moved | Problem> {
  const parts = globalParts(id)
  if (isProblem(parts)) return Promise.resolve(noSuchTask)
  return transition(deps, {
    instance: parts.instance,
    actor,
    missing: noSuchTask,
    changes,
    async command(row, state) {
      const task = await deps.store.tasks.get(parts.instance, parts.local)
      const standsFor = await principalsOf(deps, actor)
      const refused = mayReadTask(actor, task, standsFor)
      if (refused) return refused
      if (task?.status !== 'open') return closedAlready(id)
      return command(task, state, row, standsFor)
    },
  })
}

async function readable(deps: EngineDeps, actor: Actor, id: string): Promise<TaskRow | Problem> {
  const parts = globalParts(id)
  const task = isProblem(parts) ? undefined : await deps.store.tasks.get(parts.instance, parts.local)
  const refused = mayReadTask(actor, task, await principalsOf(deps, actor))
  if (refused || task === undefined) return refused ?? noSuchTask
  return task
}

/** In whose place the actor stands now. */
export const principalsOf = (deps: EngineDeps, actor: Actor): Promise<StandsFor> =>
  actor.kind === 'user' ? deps.store.delegations.principalsOf(actor.id, deps.clock.now()) : Promise.resolve([])

const closedAlready = (id: GlobalId | string): Problem =>
  conflict('task.closed', `Expected an open task, but ${id} was completed or canceled before; read the list again`)

async function judged(
  deps: EngineDeps,
  actor: Actor,
  task: TaskRow,
  row: InstanceRow,
  answers: JsonObject,
): Promise<JsonObject | Problem> {
  const found = await packageOfForm(deps, task, row)
  const form = formOf(found, task)
  const variables = shownVariables(actor, task, row, form)
  const bare = await answeringAt(deps, actor, task, row, found, variables)
  const answering = form ? await withOffers(deps, askerOf(task), compileForm(form), answers, bare) : bare
  return judgeAnswers(found, task.form, answers, answering)
}
