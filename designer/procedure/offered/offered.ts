/** What the menus of the canvas offer: what the engine executes, read from its own vocabulary, and nothing else. */
import { DRAWING, EVENT_TRIGGERS, FLOW_NODES, type EventPlace } from '../../../engine/core/bpmn/vocabulary.ts'
import type { Kind } from '../canvas/model.ts'

/** Where an event of a type may stand, as far as its type says. */
const PLACES: Readonly<Record<string, readonly EventPlace[]>> = {
  'bpmn:StartEvent': ['start', 'subProcessStart', 'eventSubProcessStart'],
  'bpmn:EndEvent': ['end'],
  'bpmn:IntermediateCatchEvent': ['catch'],
  'bpmn:IntermediateThrowEvent': ['throw'],
  'bpmn:BoundaryEvent': ['boundary'],
}

/** Only these may be without interrupting; BPMN has no other way for an error, a compensation, a cancellation. */
const ALWAYS_INTERRUPT: ReadonlySet<string> = new Set([
  'bpmn:ErrorEventDefinition',
  'bpmn:CompensateEventDefinition',
  'bpmn:CancelEventDefinition',
])

export function isOffered(kind: Kind, places: readonly EventPlace[] = PLACES[kind.type] ?? []): boolean {
  if (kind.type === 'bpmn:Participant') return true
  if (DRAWING.has(kind.type)) return true
  if (!Object.hasOwn(FLOW_NODES, kind.type)) return false
  if (PLACES[kind.type] === undefined) return true
  const trigger = kind.eventDefinitionType ?? 'none'
  const goesOn = kind.isInterrupting === false || kind.cancelActivity === false
  if (goesOn && ALWAYS_INTERRUPT.has(trigger)) return false
  return places.some((place) => (EVENT_TRIGGERS[place] as readonly string[]).includes(trigger))
}

/** Where the event would stand that a start event is changed into. */
export function placesAt(
  kind: Kind,
  parent: { readonly isSub: boolean; readonly isEventSub: boolean },
): readonly EventPlace[] {
  if (kind.type !== 'bpmn:StartEvent') return PLACES[kind.type] ?? []
  if (parent.isEventSub) return ['eventSubProcessStart']
  return [parent.isSub ? 'subProcessStart' : 'start']
}
