/**
 * What an application's events mean for the lists people and workers look at: tasks, jobs, timers, subscriptions,
 * messages, incidents. The one place where events become rows; a table, event kind -> change. A job or subscription belongs
 * to the procedure of the whole application: its package names the templates, and it takes a message at most once.
 */
import type { Event, EventKind, EventOf } from './event.ts'
import { localEntries, type LocalId } from './ids.ts'
import type { InstanceState, Wait } from './instance.ts'
import type { Change } from './change.ts'
import { tracked } from './tracked.ts'

/** undefined: the event means nothing to any row. */
type Projector<K extends EventKind> = (event: EventOf<K>, state: InstanceState, now: number) => Change | undefined

const PROJECTORS: { readonly [K in EventKind]?: Projector<K> } = {
  instanceStarted: (e) => e.assistance && { kind: 'recordAssistance', assistance: e.assistance },
  taskOpened: (e, state) => ({
    kind: 'openTask',
    instance: state.id,
    id: e.id,
    reference: state.reference,
    task: e.task,
  }),
  taskAssigned: (e, state) => ({
    kind: 'assignTask',
    instance: state.id,
    id: e.id,
    ...(e.assignee === undefined ? {} : { assignee: e.assignee }),
  }),
  taskClosed: (e, state) => ({
    kind: 'closeTask',
    instance: state.id,
    id: e.id,
    outcome: e.outcome,
    ...(e.by === undefined ? {} : { by: e.by }),
  }),
  taskRescheduled: (e, state) => ({
    kind: 'rescheduleTask',
    instance: state.id,
    id: e.id,
    ...(e.due === undefined ? {} : { due: e.due }),
  }),
  jobOpened: (e, state, now) => ({
    kind: 'openJob',
    instance: state.id,
    id: e.id,
    reference: state.reference,
    program: state.program,
    job: e.job,
    due: now,
  }),
  jobAnswered: (e, state) => ({ kind: 'answerJob', instance: state.id, id: e.id }),
  jobFailed: (e, state) => ({
    kind: 'rescheduleJob',
    instance: state.id,
    id: e.id,
    retries: e.retries,
    due: e.due,
  }),
  jobRetried: (e, state) => ({
    kind: 'rescheduleJob',
    instance: state.id,
    id: e.id,
    retries: e.retries,
    due: e.due,
  }),
  jobClosed: (e, state) => ({ kind: 'closeJob', instance: state.id, id: e.id }),
  timerOpened: (e, state) => ({ kind: 'openTimer', instance: state.id, id: e.id, due: e.due }),
  timerMoved: (e, state) => ({ kind: 'moveTimer', instance: state.id, id: e.id, due: e.due }),
  timerClosed: (e, state) => ({ kind: 'closeTimer', instance: state.id, id: e.id }),
  subscriptionOpened: (e, state) => ({
    kind: 'openSubscription',
    instance: state.id,
    id: e.id,
    program: state.program,
    name: e.name,
    key: e.key,
  }),
  subscriptionClosed: (e, state) => ({ kind: 'closeSubscription', instance: state.id, id: e.id }),
  messagePublished: (e) => ({
    kind: 'publishMessage',
    message: { messageId: e.messageId, name: e.name, key: e.key, variables: e.variables, expires: e.expires },
  }),
  signalSubscriptionOpened: (e, state) => ({
    kind: 'openSignalSubscription',
    instance: state.id,
    id: e.id,
    name: e.name,
  }),
  signalSubscriptionClosed: (e, state) => ({ kind: 'closeSignalSubscription', instance: state.id, id: e.id }),
  signalThrown: (e) => ({ kind: 'broadcastSignal', signal: { name: e.name, variables: e.variables } }),
  incidentRaised: (e, state) => ({
    kind: 'openIncident',
    instance: state.id,
    id: e.id,
    element: e.element,
    owner: e.owner,
    cause: e.cause,
    message: e.message,
  }),
  incidentResolved: (e, state) => ({ kind: 'closeIncident', instance: state.id, id: e.id }),
  incidentMigrated: (e, state) => ({ kind: 'moveIncident', instance: state.id, id: e.id, element: e.element }),
  taskRenewed: (e, state) => ({ kind: 'renewTask', instance: state.id, id: e.id, task: e.task }),
  jobRenewed: (e, state) => ({ kind: 'renewJob', instance: state.id, id: e.id, program: state.program, job: e.job }),
  waitMigrated,
}

function waitMigrated(e: EventOf<'waitMigrated'>, state: InstanceState): Change | undefined {
  const { id, element } = e
  const kind = MOVES[state.waits[id]?.kind ?? 'timer']
  return kind && { kind, instance: state.id, id, element, program: e.program ?? state.program }
}

/** A wait that goes on under another version -> what happens to its row. */
const MOVES: Readonly<Record<Wait['kind'], 'moveTask' | 'moveJob' | 'moveSubscription' | undefined>> = {
  task: 'moveTask',
  job: 'moveJob',
  message: 'moveSubscription',
  timer: undefined,
  signal: undefined,
  condition: undefined,
}

/** Changes in the order of the events. What was opened and closed again within them is left out. */
export function project(events: readonly Event[], state: InstanceState, now: number): Change[] {
  const changes: Change[] = []
  const passing = openedAndClosed(events)
  const isHeld = state.status === 'suspended'
  changes.push(...tracked(events, state))
  for (const event of events) {
    if ((isHeld && HELD.has(event.kind)) || (isOfWaiting(event) && 'id' in event && passing.has(event.id))) continue
    const projector = PROJECTORS[event.kind] as Projector<EventKind> | undefined
    const change = projector?.(event as EventOf<EventKind>, state, now)
    if (change) changes.push(change)
    else if (event.kind === 'instanceSuspended') changes.push(...heldBack(state))
    else if (event.kind === 'instanceResumed') changes.push(...letGo(state, events))
    else if (event.kind === 'instanceTerminated') changes.push({ kind: 'releaseInstance', instance: state.id })
  }
  return isHeld ? [...changes, { kind: 'holdInstance', instance: state.id }] : changes
}

/**
 * While an application is suspended nothing finds it: its timers have no rows, and all else of it is held by the store.
 * What is due or is told meanwhile stays, and finds it when it goes on.
 */
const HELD: ReadonlySet<EventKind> = new Set(['timerOpened', 'timerMoved', 'timerClosed'])

const heldBack = (state: InstanceState): Change[] =>
  timersOf(state).map(([id]) => ({ kind: 'closeTimer', instance: state.id, id }))

/** The timers it had; those it opens in going on come with their own events. */
function letGo(state: InstanceState, events: readonly Event[]): Change[] {
  if (state.status === 'suspended') return []
  const opened = new Set(events.flatMap((event) => (event.kind === 'timerOpened' ? [event.id] : [])))
  const timers = timersOf(state)
    .filter(([id]) => !opened.has(id))
    .map(([id, due]) => ({ kind: 'openTimer', instance: state.id, id, due }) as const)
  return [{ kind: 'releaseInstance', instance: state.id }, ...timers]
}

const timersOf = ({ waits }: InstanceState): (readonly [LocalId, number])[] =>
  localEntries(waits).flatMap(([id, wait]) => (wait.kind === 'timer' ? [[id, wait.due]] : []))

const OPENED: ReadonlySet<EventKind> = new Set(['timerOpened', 'subscriptionOpened', 'signalSubscriptionOpened'])
const CLOSED: ReadonlySet<EventKind> = new Set(['timerClosed', 'subscriptionClosed', 'signalSubscriptionClosed'])

const isOfWaiting = ({ kind }: Event): boolean => OPENED.has(kind) || CLOSED.has(kind)

/** Timers and subscriptions that nobody can have seen. */
function openedAndClosed(events: readonly Event[]): ReadonlySet<string> {
  const opened = new Set<string>()
  const passing = new Set<string>()
  for (const event of events) {
    if (!('id' in event)) continue
    if (OPENED.has(event.kind)) opened.add(event.id)
    else if (CLOSED.has(event.kind) && opened.has(event.id)) passing.add(event.id)
  }
  return passing
}
