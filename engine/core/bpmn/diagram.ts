/**
 * A drawing with its parts in reach: the executable processes, their steps in the order of the file, and the arrows.
 *
 * Arrows are taken from the sequence flows alone; what steps say about their own arrows is only compared with that.
 * Processes that are not executable (a partner's pool) are drawing and do not appear.
 */
import { childOf, childrenOf, isSet, textOf, type ModdleElement } from './element.ts'
import { DRAWING } from './vocabulary.ts'

export interface Diagram {
  readonly file: string
  readonly definitions: ModdleElement
  readonly processes: readonly Node[]
  /** Every process and every step of the executable processes, each before what it contains. */
  readonly nodes: readonly Node[]
  readonly flows: readonly Flow[]
  /** Dotted lines, also those drawn beside the processes: what a compensation event and its handler are joined by. */
  readonly associations: readonly ModdleElement[]
}

/** A process or a step in it. */
export interface Node {
  readonly element: ModdleElement
  /** Empty where the file gives none, which a rule refuses. */
  readonly id: string
  readonly type: string
  readonly parent: Node | undefined
  readonly children: readonly Node[]
  readonly incoming: readonly Flow[]
  readonly outgoing: readonly Flow[]
}

export interface Flow {
  readonly element: ModdleElement
  readonly id: string
  /** The scope whose list the flow stands in. */
  readonly scope: Node
  readonly from: Node | undefined
  readonly to: Node | undefined
}

interface Draft extends Node {
  readonly children: Draft[]
  readonly incoming: Flow[]
  readonly outgoing: Flow[]
}

export function diagramOf(file: string, definitions: ModdleElement): Diagram {
  const nodes: Draft[] = []
  const drawn: { element: ModdleElement; scope: Draft }[] = []
  const processes = childrenOf(definitions, 'rootElements')
    .filter((it) => it.$type === 'bpmn:Process' && isSet(it, 'isExecutable'))
    .map((it) => collect(it, undefined, nodes, drawn))
  const byElement = new Map(nodes.map((it) => [it.element, it]))
  const flows = drawn.map(({ element, scope }) => connect(element, scope, byElement))
  return { file, definitions, processes, nodes, flows, associations: associationsIn(definitions, nodes) }
}

function associationsIn(definitions: ModdleElement, nodes: readonly Node[]): readonly ModdleElement[] {
  const beside = childrenOf(definitions, 'rootElements').filter((it) => it.$type === 'bpmn:Collaboration')
  return [...beside, ...nodes.map((it) => it.element)]
    .flatMap((it) => childrenOf(it, 'artifacts'))
    .filter((it) => it.$type === 'bpmn:Association')
}

/** Depth is bounded by the scan, so recursion is safe. */
function collect(
  element: ModdleElement,
  parent: Draft | undefined,
  nodes: Draft[],
  flows: { element: ModdleElement; scope: Draft }[],
): Draft {
  const children: Draft[] = []
  const node: Draft = {
    element,
    id: element.id ?? '',
    type: element.$type,
    parent,
    children,
    incoming: [],
    outgoing: [],
  }
  nodes.push(node)
  for (const inner of childrenOf(element, 'flowElements')) {
    if (inner.$type === 'bpmn:SequenceFlow') flows.push({ element: inner, scope: node })
    else if (!DRAWING.has(inner.$type)) children.push(collect(inner, node, nodes, flows))
  }
  return node
}

function connect(element: ModdleElement, scope: Draft, byElement: ReadonlyMap<ModdleElement, Draft>): Flow {
  const from = byElement.get(childOf(element, 'sourceRef') ?? element)
  const to = byElement.get(childOf(element, 'targetRef') ?? element)
  const flow: Flow = { element, id: element.id ?? '', scope, from, to }
  from?.outgoing.push(flow)
  to?.incoming.push(flow)
  return flow
}

export const nameOf = (node: Node): string => textOf(node.element, 'name') ?? ''

export const isEventSubProcess = (node: Node | undefined): boolean =>
  node?.type === 'bpmn:SubProcess' && isSet(node.element, 'triggeredByEvent')

export const isForCompensation = (node: Node): boolean => isSet(node.element, 'isForCompensation')

/** It asks for something to be undone, or says how it is undone. */
export const isCompensationEvent = (node: Node): boolean =>
  definitionOf(node, 'bpmn:CompensateEventDefinition') !== undefined

/** The process around a node; a process is its own. */
export function processOf(node: Node): Node {
  let at = node
  while (at.parent) at = at.parent
  return at
}

export const attachedTo = (node: Node): ModdleElement | undefined => childOf(node.element, 'attachedToRef')

/** Where it may go on from a node: along its arrows, at an event on its edge, and behind a link, wherever that is drawn. */
export function waysOnIn({ nodes }: Diagram): (node: Node) => readonly Node[] {
  const edges = Map.groupBy(
    nodes.filter((it) => it.type === 'bpmn:BoundaryEvent'),
    attachedTo,
  )
  return (node) => [
    ...node.outgoing.flatMap((flow) => flow.to ?? []),
    ...(edges.get(node.element) ?? []),
    ...partnersOf(node),
  ]
}

/** A link goes on at the catching events of its scope. */
const partnersOf = (node: Node): readonly Node[] =>
  node.type === 'bpmn:IntermediateThrowEvent' && node.outgoing.length === 0
    ? (node.parent?.children.filter((it) => it.type === 'bpmn:IntermediateCatchEvent' && it.incoming.length === 0) ??
      [])
    : []

/** What sets an event off or what it throws, in the order of the file: none, one, or several on a multiple event. */
export const definitionsOf = (node: Node): readonly ModdleElement[] => childrenOf(node.element, 'eventDefinitions')

export const definitionOf = (node: Node, type: string): ModdleElement | undefined =>
  definitionsOf(node).find((it) => it.$type === type)

/** The default flow's id, where one is drawn. */
export const defaultFlowOf = (node: Node): ModdleElement | undefined => childOf(node.element, 'default')

export const conditionOf = (flow: Flow): ModdleElement | undefined => childOf(flow.element, 'conditionExpression')

/** Names of the messages an event refers to, as written. */
export const messageNamesOf = (node: Node): readonly string[] =>
  definitionsOf(node).flatMap((it) => textOf(childOf(it, 'messageRef'), 'name') ?? [])
