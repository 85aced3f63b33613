/**
 * What an application's events mean for the lists people and workers look at: tasks, jobs, timers, subscriptions,
 * messages, incidents. The one place where events become rows; a table, event kind -> change. A job or subscription belongs
 * to the procedure of the whole application: its package names the templates, and it takes a message at most once.
 */
import type { Event, EventKind, EventOf } from './event.ts'
import type { InstanceState } from './instance.ts'
import type { Change } from './store.ts'

type Projector<K extends EventKind> = (event: EventOf<K>, state: InstanceState, now: number) => Change

const PROJECTORS: { readonly [K in EventKind]?: Projector<K> } = {
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
  jobOpened: (e, state, now) => ({
    kind: 'openJob',
    instance: state.id,
    id: e.id,
    reference: state.reference,
    program: state.program,
    job: e.job,
    due: now,
  }),
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
}

/** Changes in the order of the events. What was opened and closed again within them is left out. */
export function project(events: readonly Event[], state: InstanceState, now: number): Change[] {
  const changes: Change[] = []
  const passing = openedAndClosed(events)
  for (const event of events) {
    if ('id' in event && passing.has(event.id) && isOfWaiting(event)) continue
    const projector = PROJECTORS[event.kind] as Projector<EventKind> | undefined
    if (projector) changes.push(projector(event as EventOf<EventKind>, state, now))
  }
  return changes
}

const OPENED: ReadonlySet<EventKind> = new Set(['timerOpened', 'subscriptionOpened'])
const CLOSED: ReadonlySet<EventKind> = new Set(['timerClosed', 'subscriptionClosed'])

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
