/** Where a process or subprocess begins, seen in the drawing; the same as core/starts.ts says of a program. */
import { isEventSubProcess, isForCompensation, messageNamesOf, type Node } from './diagram.ts'
import { childOf, childrenOf, isSet, textOf } from './element.ts'
import { FLOW_NODES } from './vocabulary.ts'

export const startEventsOf = (scope: Node): readonly Node[] =>
  scope.children.filter((it) => it.type === 'bpmn:StartEvent')

/** A start event that begins a process, not one inside a subprocess. */
export const isProcessStart = (node: Node): boolean =>
  node.type === 'bpmn:StartEvent' && node.parent?.type === 'bpmn:Process'

/** A receive task or event-based gateway that a message begins the process at. */
export const isInstantiating = (node: Node): boolean => isSet(node.element, 'instantiate')

/** A start event is drawn, or a step that a message begins at, so every other step needs a flow into it. */
export const hasStartEvent = (scope: Node): boolean =>
  startEventsOf(scope).length > 0 || scope.children.some(isInstantiating)

/** Whether a message begins the process here: at a start event, or at a step that does the same. */
export const startsByMessage = (node: Node): boolean =>
  node.parent?.type === 'bpmn:Process' &&
  (node.type === 'bpmn:StartEvent' ||
    (node.type === 'bpmn:ReceiveTask' && isInstantiating(node)) ||
    node.incoming.some(({ from }) => from?.type === 'bpmn:EventBasedGateway' && isInstantiating(from)))

/** Its none start events, or without any start event every activity and gateway no flow leads to. */
export const beginningsOf = (scope: Node): readonly Node[] =>
  hasStartEvent(scope) ? startEventsOf(scope).filter(isNone) : scope.children.filter(beginsByItself)

/** Names of the messages that begin the process at this step, as written. */
export function startMessagesOf(node: Node): readonly string[] {
  if (!startsByMessage(node)) return []
  if (node.type !== 'bpmn:ReceiveTask') return messageNamesOf(node)
  const name = textOf(childOf(node.element, 'messageRef'), 'name')
  return name === undefined ? [] : [name]
}

/** None start events out of which one has to be named. */
export function choicesOf(process: Node): readonly Node[] {
  const starts = beginningsOf(process)
  return starts.length > 1 && hasStartEvent(process) ? starts : []
}

const isNone = (start: Node): boolean => childrenOf(start.element, 'eventDefinitions').length === 0

const beginsByItself = (node: Node): boolean =>
  node.incoming.length === 0 && mayBeginByItself(node) && !isEventSubProcess(node)

/** An activity or gateway; events on the way always need a flow into them, and what undoes a step waits for that. */
export const mayBeginByItself = (node: Node): boolean =>
  node.type in FLOW_NODES && FLOW_NODES[node.type as keyof typeof FLOW_NODES] !== 'event' && !isForCompensation(node)
