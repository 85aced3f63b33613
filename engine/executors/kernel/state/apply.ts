/**
 * What each event does to an application's state: the one table by which state changes, in `decide` as in replay.
 */
import type { Event, EventKind, EventOf } from '../../../core/event.ts'
import type { LocalId, UserId } from '../../../core/ids.ts'
import { type ElementState, type InstanceState, type TaskWait, completerKey } from '../../../core/instance.ts'
import { mergePatch } from '../../../core/merge-patch.ts'
import {
  clockContinued,
  clockEnded,
  clockRecalculated,
  clockResumed,
  clockStarted,
  clockStopped,
  clockStoppedByHand,
} from './clocks.ts'
import { remembered, renamed, withCompleted, withoutCompleted } from './completed.ts'
import { programOf } from './program-of.ts'
import { Draft } from './draft.ts'

type Applier<E extends Event> = (draft: Draft, event: E) => void

const nothing = (): void => {}

/** Events that only tell, such as a published message, change nothing here. */
const APPLIERS: { readonly [K in Exclude<EventKind, 'instanceStarted'>]: Applier<EventOf<K>> } = {
  elementActivated,
  elementCompleted: elementGone,
  elementTerminated: elementGone,
  compensationStarted,
  compensationCompleted: elementGone,
  transactionCanceled: (draft, { id }) => draft.putElement(id, { ...draft.element(id), canceled: true }),
  flowTaken,
  tokensJoined: tokensTaken,
  tokensDropped: tokensTaken,
  gatewayChanged,
  variablesSet,
  adHocChanged: (draft, { id, adHoc }) => draft.putElement(id, { ...draft.element(id), adHoc }),
  loopStarted,
  loopAdvanced,
  taskOpened,
  taskAssigned,
  taskClosed,
  taskRescheduled,
  jobOpened,
  jobAnswered: (draft, { id, answer }) => void (draft.answers = [...(draft.answers ?? []), { id, answer }]),
  jobFailed: (draft, event) => {
    answerTaken(draft, event.id)
    jobAttempts(draft, event)
  },
  jobRetried: jobAttempts,
  jobClosed: (draft, event) => {
    answerTaken(draft, event.id)
    waitClosed(draft, event)
  },
  timerOpened,
  timerMoved,
  timerClosed: waitClosed,
  subscriptionOpened,
  subscriptionClosed: waitClosed,
  messageCorrelated: nothing,
  messagePublished: nothing,
  signalSubscriptionOpened,
  signalSubscriptionClosed: waitClosed,
  signalCaught: nothing,
  signalThrown: nothing,
  conditionOpened,
  eventGathered,
  gatheringEnded,
  conditionTurned,
  conditionClosed: waitClosed,
  decisionEvaluated: nothing,
  errorThrown: nothing,
  escalationThrown: nothing,
  incidentRaised,
  incidentResolved,
  memoryKept: (draft, { patch }) => void (draft.memory = patch ? mergePatch(draft.memory, patch) : undefined),
  clockStarted,
  clockStopped,
  clockResumed,
  clockRecalculated,
  clockStoppedByHand,
  clockContinued,
  clockEnded,
  daysCounted: nothing,
  modificationBegan: nothing,
  modificationEnded: nothing,
  instanceSuspended,
  instanceResumed,
  instanceMigrated,
  elementMigrated,
  tokensMigrated,
  completedMigrated: (draft, { scope, elements }) => draft.putElement(scope, renamed(draft.element(scope), elements)),
  waitMigrated,
  incidentMigrated,
  variablesReplaced: (draft, { scope, values }) => draft.replaceVariables(scope, values),
  taskRenewed: taskOpened,
  jobRenewed: jobOpened,
  instanceCompleted: (draft) => void (draft.status = 'completed'),
  instanceTerminated: (draft) => {
    draft.status = 'terminated'
    draft.suspensions = undefined
    draft.answers = undefined
  },
}

/** The state of an instance that has just been started. */
export const started = (event: EventOf<'instanceStarted'>): InstanceState => ({
  id: event.id,
  agency: event.agency,
  reference: event.reference,
  program: event.program,
  ...(event.executor !== undefined && { executor: event.executor }),
  status: 'active',
  next: 1,
  elements: {},
  waits: {},
  incidents: {},
  completers: event.restarts?.completers ?? {},
})

export function applyTo(draft: Draft, event: Exclude<Event, { kind: 'instanceStarted' }>): void {
  const applier = APPLIERS[event.kind] as Applier<Event>
  applier(draft, event)
}

/** One event onto a state; the state given is left as it was. */
export function apply(state: InstanceState | undefined, event: Event): InstanceState {
  if (event.kind === 'instanceStarted') return started(event)
  if (!state) throw new Error(`Expected instanceStarted as the first event, but found ${event.kind}`)
  const draft = new Draft(state)
  applyTo(draft, event)
  return draft.close()
}

type Writable<T> = { -readonly [K in keyof T]: T[K] }

function elementActivated(draft: Draft, event: EventOf<'elementActivated'>): void {
  const record: Writable<ElementState> = { element: event.element }
  if (event.scope !== undefined) record.scope = event.scope
  if (event.program !== undefined) record.program = event.program
  if (event.variables !== undefined) record.variables = event.variables
  if (event.loopCounter !== undefined) record.loopCounter = event.loopCounter
  draft.used(event.id)
  draft.putElement(event.id, record)
  if (event.scope !== undefined) entered(draft, event.scope, event.loopCounter)
}

function entered(draft: Draft, scope: LocalId, loopCounter: number | undefined): void {
  const record = draft.element(scope)
  const inside: Writable<ElementState> = { ...record, children: (record.children ?? 0) + 1 }
  if (record.loop && loopCounter !== undefined) inside.loop = { ...record.loop, started: loopCounter }
  draft.putElement(scope, inside)
}

type Gone = EventOf<'elementCompleted' | 'elementTerminated' | 'compensationCompleted'>

function elementGone(draft: Draft, event: Gone): void {
  const gone = draft.element(event.id)
  draft.dropElement(event.id)
  if (gone.scope === undefined) return
  const record = draft.element(gone.scope)
  const scope: Writable<ElementState> = { ...record, children: (record.children ?? 0) - 1 }
  if (event.kind !== 'compensationCompleted' && event.compensation !== undefined) {
    draft.used(event.compensation)
    scope.completed = withCompleted(record.completed, remembered(event.compensation, event.id, gone, event.kind))
  }
  draft.putElement(gone.scope, scope)
}

function compensationStarted(draft: Draft, event: EventOf<'compensationStarted'>): void {
  const { id, scope, rest, thrower } = event
  const { found, left } = withoutCompleted(draft.element(scope), event.of)
  const { element, program, variables, loopCounter, completed, isPartial } = found
  const record: Writable<ElementState> = { element, scope }
  if (program !== undefined) record.program = program
  if (variables !== undefined) record.variables = variables
  if (loopCounter !== undefined) record.loopCounter = loopCounter
  if (completed !== undefined) record.completed = completed
  record.compensation = { rest, ...(thrower !== undefined && { thrower }), ...(isPartial && { isPartial }) }
  draft.used(id)
  draft.putElement(scope, left)
  draft.putElement(id, record)
  entered(draft, scope, undefined)
}

function flowTaken(draft: Draft, event: EventOf<'flowTaken'>): void {
  if (!event.waits) return
  const record = draft.element(event.scope)
  const before = arrivedBy(record, event.flow)
  draft.putElement(event.scope, { ...record, arrived: { ...record.arrived, [event.flow]: before + 1 } })
}

/** Tokens that wait at the end of this flow; a flow may be called like something every object has. */
export const arrivedBy = ({ arrived }: ElementState, flow: string): number =>
  arrived && Object.hasOwn(arrived, flow) ? (arrived[flow] ?? 0) : 0

function tokensTaken(draft: Draft, event: EventOf<'tokensJoined' | 'tokensDropped'>): void {
  const { arrived = {}, ...record } = draft.element(event.scope)
  const counts = new Map(Object.entries(arrived))
  for (const flow of event.flows) counts.set(flow, (counts.get(flow) ?? 0) - 1)
  const left = [...counts].filter(([, count]) => count > 0)
  draft.putElement(event.scope, left.length === 0 ? record : { ...record, arrived: Object.fromEntries(left) })
}

function gatewayChanged(draft: Draft, { scope, gateway, consumed }: EventOf<'gatewayChanged'>): void {
  const { resets = {}, ...record } = draft.element(scope)
  const others = Object.entries(resets).filter(([id]) => id !== gateway)
  const all = consumed ? [...others, [gateway, consumed] as const] : others
  draft.putElement(scope, all.length === 0 ? record : { ...record, resets: Object.fromEntries(all) })
}

function variablesSet(draft: Draft, event: EventOf<'variablesSet'>): void {
  draft.setVariables(event.scope, event.values)
}

function loopStarted(draft: Draft, { id, loop }: EventOf<'loopStarted'>): void {
  draft.putElement(id, { ...draft.element(id), loop })
}

function loopAdvanced(draft: Draft, event: EventOf<'loopAdvanced'>): void {
  const record = draft.element(event.id)
  if (!record.loop) throw new Error(`Expected element instance ${event.id} to be a multi-instance body`)
  const { output } = record.loop
  const advanced = { ...record.loop, completed: event.completed }
  const place = event.output
  const loop = place && output ? { ...advanced, output: output.with(place.index, place.value) } : advanced
  draft.putElement(event.id, { ...record, loop })
}

function taskOpened(draft: Draft, { id, task }: EventOf<'taskOpened' | 'taskRenewed'>): void {
  const { assignee, on, due } = task
  draft.putWait(id, { ...taskOf(id, assignee), ...(on && { on, ...(due !== undefined && { due }) }) })
}

function taskAssigned(draft: Draft, { id, assignee }: EventOf<'taskAssigned'>): void {
  const wait = draft.waits[id]
  const { on, due } = wait?.kind === 'task' ? wait : {}
  draft.putWait(id, { ...taskOf(id, assignee), ...(on && { on, ...(due !== undefined && { due }) }) })
}

const taskOf = (owner: LocalId, assignee: UserId | undefined): TaskWait =>
  assignee === undefined ? { kind: 'task', owner } : { kind: 'task', owner, assignee }

function taskRescheduled(draft: Draft, { id, due }: EventOf<'taskRescheduled'>): void {
  const wait = draft.waits[id]
  if (wait?.kind !== 'task') return
  const { due: _, ...task } = wait
  draft.putWait(id, due === undefined ? task : { ...task, due })
}

function taskClosed(draft: Draft, event: EventOf<'taskClosed'>): void {
  draft.dropWait(event.id)
  if (event.outcome !== 'completed' || event.by === undefined) return
  const key = completerKey(draft.program, programOf(draft, event.id), draft.element(event.id).element)
  draft.completers = { ...draft.completers, [key]: event.by }
}

function jobOpened(draft: Draft, { id, job }: EventOf<'jobOpened' | 'jobRenewed'>): void {
  draft.putWait(id, { kind: 'job', owner: id, type: job.type, retries: job.retries })
}

/** What was kept of it while the application was suspended has served. */
function answerTaken(draft: Draft, id: LocalId): void {
  if (!draft.answers) return
  const left = draft.answers.filter((one) => one.id !== id)
  draft.answers = left.length > 0 ? left : undefined
}

function jobAttempts(draft: Draft, { id, retries }: EventOf<'jobFailed' | 'jobRetried'>): void {
  const wait = draft.waits[id]
  if (wait?.kind === 'job') draft.putWait(id, { ...wait, retries })
}

type WaitClosed = EventOf<
  'jobClosed' | 'timerClosed' | 'subscriptionClosed' | 'signalSubscriptionClosed' | 'conditionClosed'
>

function waitClosed(draft: Draft, event: WaitClosed): void {
  draft.dropWait(event.id)
}

function timerOpened(draft: Draft, { id, owner, element, due, repeat, on }: EventOf<'timerOpened'>): void {
  draft.used(id)
  draft.putWait(id, { kind: 'timer', owner, element, due, ...(repeat && { repeat }), ...(on && { on }) })
}

function timerMoved(draft: Draft, { id, due }: EventOf<'timerMoved'>): void {
  const wait = draft.waits[id]
  if (wait?.kind === 'timer') draft.putWait(id, { ...wait, due })
}

function subscriptionOpened(draft: Draft, { id, owner, element, name, key }: EventOf<'subscriptionOpened'>): void {
  draft.used(id)
  draft.putWait(id, { kind: 'message', owner, element, name, key })
}

function instanceSuspended(draft: Draft, { source, reason }: EventOf<'instanceSuspended'>): void {
  draft.status = 'suspended'
  draft.suspensions = { ...draft.suspensions, [source]: reason }
}

function instanceResumed(draft: Draft, { source }: EventOf<'instanceResumed'>): void {
  const { [source]: _, ...left } = draft.suspensions ?? {}
  if (Object.keys(left).length > 0) draft.suspensions = left
  else {
    draft.suspensions = undefined
    draft.status = 'active'
  }
}

function signalSubscriptionOpened(
  draft: Draft,
  { id, owner, element, name }: EventOf<'signalSubscriptionOpened'>,
): void {
  draft.used(id)
  draft.putWait(id, { kind: 'signal', owner, element, name })
}

function conditionOpened(draft: Draft, { id, owner, element, part }: EventOf<'conditionOpened'>): void {
  draft.used(id)
  draft.putWait(id, { kind: 'condition', owner, element, ...(part !== undefined && { part }), holds: false })
}

function eventGathered(draft: Draft, { id, element, variables }: EventOf<'eventGathered'>): void {
  const record = draft.element(id)
  const before = record.gathered?.[element]
  draft.putElement(id, { ...record, gathered: { ...record.gathered, [element]: { ...before, ...variables } } })
}

function gatheringEnded(draft: Draft, { id, element }: EventOf<'gatheringEnded'>): void {
  const { gathered = {}, ...record } = draft.element(id)
  const { [element]: _, ...left } = gathered
  draft.putElement(id, Object.keys(left).length === 0 ? record : { ...record, gathered: left })
}

function conditionTurned(draft: Draft, { id, holds }: EventOf<'conditionTurned'>): void {
  const wait = draft.waits[id]
  if (wait?.kind === 'condition') draft.putWait(id, { ...wait, holds })
}

function incidentRaised(draft: Draft, event: EventOf<'incidentRaised'>): void {
  const { id, owner, element, cause, message, step, condition } = event
  draft.used(id)
  draft.putIncident(id, { owner, element, cause, message, ...(condition !== undefined && { condition }) })
  if (step !== undefined) draft.putElement(owner, { ...draft.element(owner), stuck: step })
}

function incidentResolved(draft: Draft, event: EventOf<'incidentResolved'>): void {
  const incident = draft.incidents[event.id]
  if (!incident) return
  draft.dropIncident(event.id)
  if (incident.condition !== undefined) return
  const { stuck, ...record } = draft.element(incident.owner)
  if (stuck !== undefined) draft.putElement(incident.owner, record)
}

function instanceMigrated(draft: Draft, { to, completers }: EventOf<'instanceMigrated'>): void {
  draft.program = to
  draft.completers = completers
}

function elementMigrated(draft: Draft, { id, element, program }: EventOf<'elementMigrated'>): void {
  draft.putElement(id, { ...draft.element(id), element, ...(program !== undefined && { program }) })
}

function tokensMigrated(draft: Draft, { scope, arrived, resets }: EventOf<'tokensMigrated'>): void {
  draft.putElement(scope, { ...draft.element(scope), ...(arrived && { arrived }), ...(resets && { resets }) })
}

function waitMigrated(draft: Draft, { id, element }: EventOf<'waitMigrated'>): void {
  const wait = draft.waits[id]
  if (!wait || !('element' in wait)) return
  draft.putWait(id, { ...wait, element })
  const { gathered, ...owner } = draft.element(wait.owner)
  const { [wait.element]: came, ...others } = gathered ?? {}
  if (came) draft.putElement(wait.owner, { ...owner, gathered: { ...others, [element]: came } })
}

function incidentMigrated(draft: Draft, { id, element }: EventOf<'incidentMigrated'>): void {
  const incident = draft.incidents[id]
  if (incident) draft.putIncident(id, { ...incident, element })
}
