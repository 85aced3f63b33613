/** What undoes what in a drawing, worked out once for all its steps. */
import {
  attachedTo,
  isCompensationEvent,
  isEventSubProcess,
  isForCompensation,
  type Diagram,
  type Node,
} from './diagram.ts'
import { childOf, extensionOf, textOf, type ModdleElement } from './element.ts'

export interface Undoing {
  /** The steps a compensation event on an edge is joined to by an association; there has to be exactly one. */
  handlersOf(event: Node): readonly Node[]
  /** Whether a compensation event is joined to it. */
  isHandler(step: Node): boolean
  /** On its edge or inside stands what undoes it; what another file's process says of itself is not known. */
  canBeUndone(activity: Node): boolean
}

export function undoingIn(diagram: Diagram): Undoing {
  const handlers = handlersIn(diagram)
  const joined = new Set([...handlers.values()].flat())
  const undoable = undoableIn(diagram)
  return {
    handlersOf: ({ element }) => handlers.get(element) ?? [],
    isHandler: (step) => joined.has(step),
    canBeUndone: (activity) => undoable.has(activity),
  }
}

function handlersIn({ nodes, associations }: Diagram): ReadonlyMap<ModdleElement, readonly Node[]> {
  const marked = new Map(nodes.filter(isForCompensation).map((it) => [it.element, it]))
  const events = new Set(nodes.filter(isCompensationEvent).map((it) => it.element))
  const found = new Map<ModdleElement, Node[]>()
  for (const association of associations) {
    const [event, target] = [childOf(association, 'sourceRef'), childOf(association, 'targetRef')]
    const handler = target && marked.get(target)
    if (!event || !handler || !events.has(event)) continue
    const there = found.get(event) ?? []
    if (!there.includes(handler)) there.push(handler)
    found.set(event, there)
  }
  return found
}

/** Nodes stand before what they contain. */
function undoableIn({ nodes, processes }: Diagram): ReadonlySet<Node> {
  const hosts = new Set(nodes.filter(isCompensationEvent).map(attachedTo))
  const own = new Map(processes.map((it) => [it.id, it]))
  const found = new Set<Node>()
  for (const node of nodes.toReversed())
    if (
      hosts.has(node.element) ||
      undoesItself(node) ||
      callUndoes(node, own) ||
      node.children.some((it) => found.has(it))
    )
      found.add(node)
  return found
}

function callUndoes(node: Node, own: ReadonlyMap<string, Node>): boolean {
  if (node.type !== 'bpmn:CallActivity') return false
  const called = own.get(textOf(extensionOf(node.element, 'zeebe:CalledElement'), 'processId') ?? '')
  return called === undefined || undoesItself(called)
}

/** A subprocess or process that says inside how it is undone. */
export const undoesItself = (node: Node): boolean =>
  node.children.some((it) => isEventSubProcess(it) && it.children.some(isStartByCompensation))

/** The way in which a subprocess undoes itself begins here. */
export const isStartByCompensation = (node: Node): boolean =>
  node.type === 'bpmn:StartEvent' && isCompensationEvent(node)
