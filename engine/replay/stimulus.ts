/**
 * What was asked of an application at one line of its history, so that it can be asked again in another course: the
 * command, and the place it was meant for. What cannot be asked again says so.
 */
import type { Command } from '../core/command.ts'
import type { Event, EventKind, EventOf } from '../core/event.ts'
import type { LocalId } from '../core/ids.ts'
import type { InstanceState } from '../core/instance.ts'
import type { JsonObject } from '../core/json.ts'
import { type ClockId, clockId, clockParts } from '../core/statutory-clock.ts'
import { payloadAfter } from '../core/payload.ts'

export type Stimulus =
  | { readonly kind: 'command'; readonly command: Command }
  | {
      readonly kind: 'wait' | 'element' | 'incident'
      /** As the recorded course calls it. */
      readonly id: LocalId
      readonly make: (id: LocalId) => Command
    }
  /** Several places at once; those that are there are meant. */
  | { readonly kind: 'waits'; readonly ids: readonly LocalId[]; readonly make: (ids: readonly LocalId[]) => Command }
  /** Nothing to ask: the other course is there already. */
  | { readonly kind: 'nothing' }
  /** What an operator did by hand with this very course, such as moving its tokens. */
  | { readonly kind: 'impossible' }

/** @param state as it was before the line */
type Reader = (events: readonly Event[], state: InstanceState) => Stimulus

const timerTriggered = at('timerClosed', () => (id) => ({ kind: 'triggerTimer', id }))

const READERS: { readonly [K in Command['kind']]?: Reader } = {
  assignTask: at('taskAssigned', ({ assignee, reason }) => (id) => ({
    kind: 'assignTask',
    id,
    ...(assignee !== undefined && { assignee }),
    ...(reason !== undefined && { reason }),
  })),
  completeTask: at('taskClosed', ({ by }, variables) => (id) => ({
    kind: 'completeTask',
    id,
    variables,
    ...(by !== undefined && { by }),
  })),
  completeJob: at('jobClosed', (_event, variables) => (id) => ({ kind: 'completeJob', id, variables })),
  failJob: at('jobFailed', ({ retries, due, reason }) => (id) => ({ kind: 'failJob', id, retries, due, reason })),
  throwJobError: throwJobError,
  takeAnswer: (events, state) => {
    const id = state.answers?.find((one) => events.some((event) => 'id' in event && event.id === one.id))?.id
    return id === undefined
      ? { kind: 'impossible' }
      : { kind: 'wait', id, make: (other) => ({ kind: 'takeAnswer', id: other }) }
  },
  triggerTimer: (events, state) =>
    first(events, 'timerClosed')
      ? timerTriggered(events, state)
      : { kind: 'command', command: { kind: 'recalculate' } },
  recalculate: () => ({ kind: 'command', command: { kind: 'recalculate' } }),
  stopClock: onClock('clockStoppedByHand', ({ until, legalBasis, reason }, clock) => ({
    kind: 'stopClock',
    clock,
    until,
    legalBasis,
    reason,
  })),
  continueClock: onClock('clockContinued', ({ reason }, clock) => ({ kind: 'continueClock', clock, reason })),
  correlateMessage: at('messageCorrelated', ({ messageId }, variables) => (id) => ({
    kind: 'correlateMessage',
    id,
    messageId,
    variables,
  })),
  broadcastSignal: (events) => {
    const caught = events.flatMap((event) => (event.kind === 'signalCaught' ? [event] : []))
    const [one] = caught
    if (!one) return { kind: 'impossible' }
    const { name } = one
    const variables = payloadAfter(events, events.indexOf(one), one.id, false)
    const ids = caught.map(({ id }) => id)
    return { kind: 'waits', ids, make: (waits) => ({ kind: 'broadcastSignal', name, variables, waits }) }
  },
  setVariables: (events) => {
    const set = first(events, 'variablesSet')
    if (!set) return { kind: 'nothing' }
    const { scope, values } = set
    return { kind: 'element', id: scope, make: (id) => ({ kind: 'setVariables', scope: id, variables: values }) }
  },
  resolveIncident: (events) => {
    const resolved = first(events, 'incidentResolved')
    const retries = first(events, 'jobRetried')?.retries
    if (!resolved) return { kind: 'impossible' }
    const more = retries !== undefined && { retries }
    return { kind: 'incident', id: resolved.id, make: (id) => ({ kind: 'resolveIncident', id, ...more }) }
  },
  cancel: (events) => {
    const reason = first(events, 'instanceTerminated')?.reason ?? ''
    return { kind: 'command', command: { kind: 'cancel', reason } }
  },
  suspend: held('instanceSuspended', 'suspend'),
  resume: held('instanceResumed', 'resume'),
  migrate: () => ({ kind: 'nothing' }),
}

export function stimulusOf(command: string, events: readonly Event[], state: InstanceState): Stimulus {
  const held = first(events, 'jobAnswered')
  if (held) return { kind: 'wait', id: held.id, make: (id) => ({ id, ...held.answer }) }
  const reader = Object.hasOwn(READERS, command) ? READERS[command as Command['kind']] : undefined
  return reader ? reader(events, state) : { kind: 'impossible' }
}

function first<K extends EventKind>(events: readonly Event[], kind: K): EventOf<K> | undefined {
  return events.find((event): event is EventOf<K> => event.kind === kind)
}

/** A command for a clock: for that of the same deadline at the element it began with. */
function onClock<K extends 'clockStoppedByHand' | 'clockContinued'>(
  kind: K,
  make: (event: EventOf<K>, clock: ClockId) => Command,
): Reader {
  return (events) => {
    const event = first(events, kind)
    if (!event) return { kind: 'impossible' }
    const { clock }: { readonly clock: ClockId } = event
    const { owner, deadline } = clockParts(clock)
    return { kind: 'element', id: owner, make: (id) => make(event, clockId(id, deadline)) }
  }
}

type OfWait = 'taskAssigned' | 'taskClosed' | 'jobClosed' | 'jobFailed' | 'timerClosed' | 'messageCorrelated'

/** A command for a wait, told by the event that answers it. */
function at<K extends OfWait>(
  kind: K,
  make: (event: EventOf<K>, variables: JsonObject) => (id: LocalId) => Command,
): Reader {
  return (events, state) => {
    const event = first(events, kind)
    const id: LocalId | undefined = event && 'id' in event ? (event.id as LocalId) : undefined
    const wait = id && state.waits[id]
    if (!event || id === undefined || !wait) return { kind: 'impossible' }
    const isGateway = 'element' in wait && state.elements[wait.owner]?.element !== wait.element
    const variables = payloadAfter(events, events.indexOf(event), wait.owner, isGateway && isLeft(events, wait.owner))
    return { kind: 'wait', id, make: make(event, variables) }
  }
}

/** An event-based gateway is left by its branch; the host of a boundary event is terminated or goes on. */
const isLeft = (events: readonly Event[], owner: LocalId): boolean =>
  events.some((event) => event.kind === 'elementCompleted' && event.id === owner)

/** How the kernel tells an error nobody catches. */
const UNCAUGHT = /the error "([^"]*)" of .*? there is none: (.*)$/s

function throwJobError(events: readonly Event[], state: InstanceState): Stimulus {
  const thrown = first(events, 'errorThrown')
  const failed = first(events, 'jobFailed')
  const id = thrown?.id ?? failed?.id
  if (id === undefined || !state.waits[id]) return { kind: 'impossible' }
  const [, uncaught = '', said = ''] = UNCAUGHT.exec(failed?.reason ?? '') ?? []
  const code = thrown?.code ?? uncaught
  const message = thrown?.message ?? said
  const variables = thrown ? payloadAfter(events, events.indexOf(thrown), id, false) : {}
  return { kind: 'wait', id, make: (other) => ({ kind: 'throwJobError', id: other, code, message, variables }) }
}

function held(kind: 'instanceSuspended' | 'instanceResumed', command: 'suspend' | 'resume'): Reader {
  return (events) => {
    const event = first(events, kind)
    if (!event) return { kind: 'nothing' }
    const { kind: _, ...told } = event
    return { kind: 'command', command: { kind: command, ...told } }
  }
}
