/** Which rows of the coverage table a step of a drawing is of. */
import { isEventSubProcess, type Diagram, type Flow, type Node } from '../../engine/core/bpmn/diagram.ts'
import { childOf, childrenOf, isSet, textOf } from '../../engine/core/bpmn/element.ts'

const PLACES: Readonly<Record<string, string>> = {
  'bpmn:IntermediateCatchEvent': 'intermediate catch event',
  'bpmn:IntermediateThrowEvent': 'throw event',
  'bpmn:BoundaryEvent': 'boundary event',
  'bpmn:EndEvent': 'end event',
}

const NAMES: Readonly<Record<string, string>> = {
  'bpmn:Task': 'Task',
  'bpmn:UserTask': 'User task',
  'bpmn:ManualTask': 'Manual task',
  'bpmn:ServiceTask': 'Service task',
  'bpmn:SendTask': 'Send task',
  'bpmn:ReceiveTask': 'Receive task',
  'bpmn:ScriptTask': 'Script task',
  'bpmn:BusinessRuleTask': 'Business rule task',
  'bpmn:SubProcess': 'Subprocess',
  'bpmn:Transaction': 'Transaction',
  'bpmn:CallActivity': 'Call activity',
  'bpmn:ExclusiveGateway': 'Exclusive gateway',
  'bpmn:ParallelGateway': 'Parallel gateway',
  'bpmn:InclusiveGateway': 'Inclusive gateway',
  'bpmn:ComplexGateway': 'Complex gateway',
  'bpmn:EventBasedGateway': 'Event-based gateway',
}

/** Rows of one step, of what it stands in and of the arrows that leave it. */
export function rowsOf(node: Node, diagram: Diagram): readonly string[] {
  return [
    ...own(node),
    ...loops(node),
    ...implicit(node),
    ...data(node),
    ...node.outgoing.flatMap(flowRows),
    ...(isIn(laneNodes(diagram), node) ? ['Lane'] : []),
    ...(isSet(node.element, 'isForCompensation') ? ['Compensation handler'] : []),
  ]
}

function own(node: Node): readonly string[] {
  if (node.type === 'bpmn:Process') return []
  if (node.type === 'bpmn:StartEvent') return startRows(node)
  const place = PLACES[node.type]
  if (place !== undefined) return [`${triggerName(node)} ${place}${resumes(node, 'cancelActivity') ? RESUMING : ''}`]
  if (isEventSubProcess(node)) return ['Event subprocess']
  if (node.type === 'bpmn:AdHocSubProcess')
    return [`Ad-hoc subprocess, ${textOf(node.element, 'ordering') === 'Sequential' ? 'sequential' : 'parallel'}`]
  return [`${NAMES[node.type] ?? node.type}${instantiating(node)}`]
}

const RESUMING = ', non-interrupting'

function resumes(node: Node, attribute: string): boolean {
  return (node.type === 'bpmn:BoundaryEvent' || node.type === 'bpmn:StartEvent') && !isSet(node.element, attribute)
}

function startRows(node: Node): readonly string[] {
  if (isEventSubProcess(node.parent))
    return [`${triggerName(node)} event subprocess${resumes(node, 'isInterrupting') ? RESUMING : ''}`]
  const starts = node.parent?.children.filter((it) => it.type === 'bpmn:StartEvent') ?? []
  return [`${triggerName(node)} start event`, ...(starts.length > 1 ? ['Several start events'] : [])]
}

function instantiating(node: Node): string {
  if (!isSet(node.element, 'instantiate')) return ''
  const all = node.element.get('eventGatewayType') === 'Parallel'
  return all ? ', instantiating, parallel' : ', instantiating'
}

/** "Message", "Parallel multiple", "None". */
function triggerName(node: Node): string {
  const definitions = childrenOf(node.element, 'eventDefinitions')
  const [first] = definitions
  if (!first) return 'None'
  if (definitions.length > 1) return isSet(node.element, 'parallelMultiple') ? 'Parallel multiple' : 'Multiple'
  const name = first.$type.replace('bpmn:', '').replace('EventDefinition', '')
  return name === 'Compensate' ? 'Compensation' : name
}

function loops(node: Node): readonly string[] {
  const loop = childOf(node.element, 'loopCharacteristics')
  if (!loop) return []
  if (loop.$type === 'bpmn:StandardLoopCharacteristics') return ['Standard loop']
  const behavior = textOf(loop, 'behavior') ?? 'All'
  return [
    `Multi-instance, ${isSet(loop, 'isSequential') ? 'sequential' : 'parallel'}`,
    `${behavior} behaviour of multi-instance`,
  ]
}

const isActivity = (node: Node): boolean => /Task$|SubProcess$|Transaction$|CallActivity$/.test(node.type)

function implicit(node: Node): readonly string[] {
  if (!isActivity(node) || isEventSubProcess(node) || isSet(node.element, 'isForCompensation')) return []
  if (node.parent?.type === 'bpmn:AdHocSubProcess') return []
  return [
    ...(node.incoming.length === 0 && !isSet(node.element, 'instantiate') ? ['Implicit start'] : []),
    ...(node.outgoing.length === 0 ? ['Implicit end'] : []),
  ]
}

/** Rows of an arrow. */
export function flowRows({ element, from }: Flow): readonly string[] {
  return [
    ...(childOf(element, 'conditionExpression') ? ['Conditional flow'] : []),
    ...(from && childOf(from.element, 'default') === element ? ['Default flow'] : []),
  ]
}

const DATA: Readonly<Record<string, string>> = {
  'bpmn:DataObjectReference': 'Data object',
  'bpmn:DataObject': 'Data object',
  'bpmn:DataStoreReference': 'Data store',
  'bpmn:Property': 'Property',
}

function data(node: Node): readonly string[] {
  const associations = [
    ...childrenOf(node.element, 'dataInputAssociations'),
    ...childrenOf(node.element, 'dataOutputAssociations'),
  ]
  const ends = associations.flatMap((it) => [...childrenOf(it, 'sourceRef'), childOf(it, 'targetRef')])
  return [
    ...(associations.length > 0 ? ['Data association'] : []),
    ...ends.flatMap((it) => DATA[it?.$type ?? ''] ?? []),
    ...(childrenOf(node.element, 'properties').length > 0 ? ['Property'] : []),
  ]
}

function laneNodes(diagram: Diagram): ReadonlySet<unknown> {
  const found = new Set<unknown>()
  const open = diagram.processes.flatMap(({ element }) => childrenOf(element, 'laneSets'))
  for (let set = open.pop(); set; set = open.pop())
    for (const lane of childrenOf(set, 'lanes')) {
      for (const inside of childrenOf(lane, 'flowNodeRef')) found.add(inside)
      const inner = childOf(lane, 'childLaneSet')
      if (inner) open.push(inner)
    }
  return found
}

const isIn = (nodes: ReadonlySet<unknown>, node: Node): boolean => nodes.has(node.element)
