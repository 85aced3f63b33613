/**
 * Where a procedure or a part of it begins when nothing else has set it off, worked out once per program.
 *
 * BPMN 2.0.2, 10.5.2 and 13.3.4: at its none start events; drawn without any start event, at every activity and gateway
 * that no flow leads to. Events on the way need a flow into them, event subprocesses wait for their event. A process may
 * also have start events with a trigger beside its none start event; those begin it only when their event comes.
 * Several none start events of a subprocess all get a token. Those of a process do not: "each Start Event is an
 * independent event" (10.5.2), so whoever starts the process, a person or a call activity, names one of them.
 */
import {
  type Element,
  type ElementIndex,
  type ElementKind,
  type ElementOf,
  type MessageDefinition,
  type Program,
  type Trigger,
  isNoneStart,
  singleTriggers,
} from './program.ts'

const known = new WeakMap<Program, Map<ElementIndex, readonly Element[]>>()

/** In document order; empty where only an event can begin the process. */
export function startsIn(program: Program, scope: ElementIndex): readonly Element[] {
  const scopes = known.get(program) ?? new Map<ElementIndex, readonly Element[]>()
  known.set(program, scopes)
  const starts = scopes.get(scope) ?? find(program, scope)
  scopes.set(scope, starts)
  return starts
}

/** The none start events one of which must be named to begin this process; empty where there is nothing to choose. */
export function choiceOf(program: Program): readonly Element[] {
  const starts = startsIn(program, 0)
  return starts.length > 1 && starts.every(isNoneStart) ? starts : []
}

function find({ elements }: Program, scope: ElementIndex): readonly Element[] {
  const inside = elements.filter(({ parent }) => parent === scope)
  if (inside.some((it) => it.kind === 'startEvent' || isInstantiating(it))) return inside.filter(isNoneStart)
  const handlers = new Set(elements.map(handlerIndex))
  return inside.filter(({ kind, incoming, index }) => incoming.length === 0 && !NEVER.has(kind) && !handlers.has(index))
}

/** Its message, or that of an event behind it, begins the process. */
const isInstantiating = (element: Element): boolean =>
  (element.kind === 'receiveTask' || element.kind === 'eventBasedGateway') && element.instantiate !== undefined

/** An element at which a message begins the process, and the message. */
export interface MessageStart {
  readonly element: Element
  readonly message: MessageDefinition
  /** The instantiating event-based gateway it stands behind. */
  readonly gateway?: ElementOf<'eventBasedGateway'>
}

/** Message start events, instantiating receive tasks and what stands behind an instantiating event-based gateway. */
export function messageStartsOf(program: Program): readonly MessageStart[] {
  const before = messageStarts.get(program)
  if (before) return before
  const found = program.elements.filter(({ parent }) => parent === 0).flatMap((element) => startedAt(program, element))
  messageStarts.set(program, found)
  return found
}

const messageStarts = new WeakMap<Program, readonly MessageStart[]>()

function startedAt(program: Program, element: Element): readonly MessageStart[] {
  if (element.kind === 'startEvent') return messagesOf(element.trigger).map((message) => ({ element, message }))
  if (element.kind === 'receiveTask') return element.instantiate ? [{ element, message: element.message }] : []
  if (element.kind !== 'eventBasedGateway' || element.instantiate === undefined) return []
  const behind = element.outgoing.flatMap((flow) => program.elements[program.flows[flow]?.to ?? -1] ?? [])
  return behind.flatMap((one) => {
    const messages =
      one.kind === 'receiveTask' ? [one.message] : one.kind === 'catchEvent' ? messagesOf(one.trigger) : []
    return messages.map((message) => ({ element: one, message, gateway: element }))
  })
}

const messagesOf = (trigger: Trigger | undefined): readonly MessageDefinition[] =>
  singleTriggers(trigger).flatMap((it) => (it.kind === 'message' ? [it.message] : []))

/** What undoes another step waits until that is to be undone. */
const handlerIndex = (element: Element): ElementIndex | undefined =>
  element.kind === 'boundaryEvent' && element.trigger.kind === 'compensation' ? element.trigger.handler : undefined

const NEVER: ReadonlySet<ElementKind> = new Set([
  'eventStart',
  'endEvent',
  'boundaryEvent',
  'catchEvent',
  'throwEvent',
  'eventSubProcess',
])
