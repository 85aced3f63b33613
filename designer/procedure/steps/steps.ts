/** A drawing told as a list, for who cannot see it or would rather read: each step, what kind it is, and where it goes on to. */
import { is, type Diagram, type Element } from '../canvas/model.ts'
import { labelOf } from '../lettering/label-editing.ts'

export interface Step {
  readonly element: Element
  readonly name: string
  /** The library's English words for what it is. */
  readonly kind: string
  /** How deep it is inside pools and sub-processes. */
  readonly depth: number
  readonly next: readonly {
    readonly flow: Element
    readonly name: string
    readonly to: Element
    readonly toName: string
  }[]
}

/** In the order they are read: what begins, then what it goes on to; what is inside a step right after it. */
export function stepsOf(diagram: Diagram): readonly Step[] {
  const canvas = diagram.get('canvas')
  return canvas.getRootElements().flatMap((root) => stepsIn(root, 0))
}

function stepsIn(parent: Element, depth: number): readonly Step[] {
  const children = parent.children.filter((it) => it.labelTarget === undefined && isStep(it))
  return inOrder(children).flatMap((element) => [stepOf(element, depth), ...stepsIn(element, depth + 1)])
}

const isStep = (element: Element): boolean =>
  element.waypoints === undefined && (is(element, 'bpmn:FlowNode') || is(element, 'bpmn:Participant'))

/** Along the flows, from what nothing leads to; what is attached to a step follows it. */
function inOrder(elements: readonly Element[]): readonly Element[] {
  const all = new Set(elements)
  const ordered = new Set<Element>()
  const visit = (element: Element): void => {
    const waiting = [element]
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      if (!all.has(at) || ordered.has(at)) continue
      ordered.add(at)
      const next = [...(at.attachers ?? []), ...at.outgoing.flatMap((flow) => flow.target ?? [])]
      waiting.push(...next.reverse())
    }
  }
  const isFirst = (it: Element): boolean =>
    it.host === undefined && it.incoming.every((flow) => flow.type !== 'bpmn:SequenceFlow')
  for (const element of elements.filter(isFirst)) visit(element)
  for (const element of elements) visit(element)
  return [...ordered]
}

function stepOf(element: Element, depth: number): Step {
  const next = element.outgoing.flatMap((flow) => {
    const to = flow.target
    if (to === undefined || flow.type === 'bpmn:Association') return []
    return [{ flow, name: labelOf(flow), to, toName: labelOf(to) }]
  })
  return { element, name: labelOf(element), kind: wordsOf(element), depth, next }
}

const TRIGGERED: Readonly<Record<string, string>> = {
  'bpmn:StartEvent': 'start event',
  'bpmn:EndEvent': 'end event',
  'bpmn:IntermediateCatchEvent': 'intermediate catch event',
  'bpmn:IntermediateThrowEvent': 'intermediate throw event',
  'bpmn:BoundaryEvent': 'boundary event',
}

const OTHERS: Readonly<Record<string, string>> = {
  'bpmn:SubProcess': 'Sub-process',
  'bpmn:AdHocSubProcess': 'Ad-hoc sub-process',
  'bpmn:Participant': 'Expanded pool/participant',
  'bpmn:EventBasedGateway': 'Event-based gateway',
}

/** As the menus call it, so that the words are translated once. */
export function wordsOf(element: Element): string {
  const { type, businessObject } = element
  if (type === 'bpmn:SubProcess' && businessObject.get('triggeredByEvent') === true) return 'Event sub-process'
  const place = TRIGGERED[type]
  if (place !== undefined) return eventWords(place, triggerOf(element), goesOn(element))
  return OTHERS[type] ?? spelled(type.slice('bpmn:'.length))
}

function triggerOf(element: Element): string | undefined {
  const definitions = element.businessObject.get('eventDefinitions')
  const first: unknown = Array.isArray(definitions) ? definitions[0] : undefined
  if (typeof first !== 'object' || first === null || !('$type' in first)) return undefined
  return String(first.$type)
    .replace(/^bpmn:(.*)EventDefinition$/, '$1')
    .replace('Compensate', 'Compensation')
}

function goesOn({ type, businessObject }: Element): boolean {
  if (type === 'bpmn:BoundaryEvent') return businessObject.get('cancelActivity') === false
  return type === 'bpmn:StartEvent' && businessObject.get('isInterrupting') === false
}

function eventWords(place: string, trigger: string | undefined, isNonInterrupting: boolean): string {
  if (trigger === undefined)
    return place.startsWith('intermediate') ? 'Intermediate throw event' : place[0]?.toUpperCase() + place.slice(1)
  return `${trigger} ${place}${isNonInterrupting ? ' (non-interrupting)' : ''}`
}

const spelled = (type: string): string => {
  const words = type.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words[0]?.toUpperCase() + words.slice(1)
}
