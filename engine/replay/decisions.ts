/**
 * What a procedure decided at one step: which ways were taken, what a table gave, what was set and asked of whom. Told
 * without local ids, so that two courses can be compared.
 */
import type { Event, EventKind, EventOf } from '../core/event.ts'
import type { LocalId } from '../core/ids.ts'
import type { InstanceState } from '../core/instance.ts'
import type { JsonObject, JsonValue } from '../core/json.ts'
import { type ClockId, clockParts } from '../core/statutory-clock.ts'
import type { Program } from '../core/program.ts'

export type DecisionKind =
  | 'way'
  | 'decision'
  | 'task'
  | 'job'
  | 'variable'
  | 'timer'
  | 'message'
  | 'error'
  | 'incident'
  | 'end'

export interface Decision {
  readonly kind: DecisionKind
  /** Element of the diagram; of a way, the one it leaves. */
  readonly element: string
  /** Variable, decision, message; "" where the element says all. */
  readonly name: string
  readonly value: JsonValue
}

/** Who an element instance is, in the order the events tell. */
export type Names = Map<LocalId, string>

export const namesOf = ({ elements }: InstanceState): Names =>
  new Map(Object.entries(elements).map(([id, { element }]) => [id as LocalId, element]))

type Teller<K extends EventKind> = (event: EventOf<K>, name: (id: LocalId) => string, program: Program) => Decision[]

const TELLERS: { readonly [K in EventKind]?: Teller<K> } = {
  flowTaken: ({ flow }, _name, program) => way(flow, program),
  decisionEvaluated: ({ id, decision, output }, name) => [told('decision', name(id), decision, output)],
  taskOpened: ({ task }) => {
    const { element, form, assignee, candidateGroups, candidateUsers, due, followUp, priority, fourEyes } = task
    return [
      told(
        'task',
        element,
        '',
        plain({ form, assignee, candidateGroups, candidateUsers, due, followUp, priority, fourEyes }),
      ),
    ]
  },
  jobOpened: ({ job: { element, type, headers, variables } }) => [
    told('job', element, '', { type, headers, variables }),
  ],
  variablesSet: ({ scope, values }, name) =>
    Object.entries(values).map(([variable, value]) => told('variable', name(scope), variable, value)),
  timerOpened: ({ element, due }) => [told('timer', element, '', due)],
  clockStarted: ({ owner, deadline, due }, name) => [told('timer', name(owner), deadline, due ?? null)],
  clockResumed: ({ clock, due }, name) => [moved(clock, due, name)],
  clockStoppedByHand: ({ clock, due }, name) => [moved(clock, due, name)],
  clockContinued: ({ clock, due }, name) => [moved(clock, due, name)],
  clockRecalculated: ({ clock, due }, name) => [moved(clock, due, name)],
  subscriptionOpened: ({ element, name, key }) => [told('message', element, '', { name, key })],
  messagePublished: ({ id, name: message, key, variables }, name) => [
    told('message', name(id), message, { key, variables }),
  ],
  signalSubscriptionOpened: ({ element, name }) => [told('message', element, '', { name })],
  signalThrown: ({ id, name: signal, variables }, name) => [told('message', name(id), signal, { variables })],
  errorThrown: ({ id, code }, name) => [told('error', name(id), code, code)],
  incidentRaised: ({ element, cause, message }) => [told('incident', element, cause, message)],
  instanceCompleted: () => [told('end', '', '', 'completed')],
  instanceTerminated: ({ reason }) => [told('end', '', '', reason)],
}

/** @param names as they were before the events; those that begin are added */
export function decisionsOf(events: readonly Event[], names: Names, program: Program): readonly Decision[] {
  return events.flatMap((event) => {
    if (event.kind === 'elementActivated') names.set(event.id, event.element)
    const teller = TELLERS[event.kind] as Teller<EventKind> | undefined
    return teller?.(event as EventOf<EventKind>, (id) => names.get(id) ?? id, program) ?? []
  })
}

const told = (kind: DecisionKind, element: string, name: string, value: JsonValue): Decision => ({
  kind,
  element,
  name,
  value,
})

function moved(clock: ClockId, due: number | undefined, name: (id: LocalId) => string): Decision {
  const { owner, deadline } = clockParts(clock)
  return told('timer', name(owner), deadline, due ?? null)
}

/** Only where there was a choice, or where the other version does not know the flow. */
function way(id: string, { flows, elements }: Program): Decision[] {
  const flow = flows.find((one) => one.id === id)
  const from = flow && elements[flow.from]
  if (!from) return [told('way', id, '', id)]
  return from.outgoing.length > 1 ? [told('way', from.id, '', id)] : []
}

const plain = (values: Readonly<Record<string, JsonValue | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined))
