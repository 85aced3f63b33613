/** What can be done to a step without pointing at it: by the canvas's own rules and menus, so that both ways allow the same. */
import { follow } from '../canvas/follow.ts'
import { is, type Diagram, type Element, type Point } from '../canvas/model.ts'
import { middle } from '../canvas/room.ts'
import { OFFERED } from '../offered/menus.ts'
import { isOffered, placesAt } from '../offered/offered.ts'
import { insideOf } from '../offered/inside.ts'

export interface Choice {
  readonly id: string
  readonly label: string
}

const NEVER_AFTER: ReadonlySet<string> = new Set(['bpmn:StartEvent', 'bpmn:Participant', 'bpmn:BoundaryEvent'])

/** What may come after the step. */
export function followers(diagram: Diagram, element: Element): readonly Choice[] {
  if (!diagram.get('rules').allowed('shape.append', { element })) return []
  return OFFERED.filter(({ kind }) => !NEVER_AFTER.has(kind.type) && !kind.triggeredByEvent)
}

/** Events that may stand on its edge, as long as there is room for one more. */
export const attachable = (_: Diagram, element: Element): readonly Choice[] =>
  is(element, 'bpmn:Activity') &&
  element.businessObject.get('triggeredByEvent') !== true &&
  freeOnEdge(element) !== undefined
    ? OFFERED.filter(({ kind }) => kind.type === 'bpmn:BoundaryEvent' && fitsHost(kind.eventDefinitionType, element))
    : []

const fitsHost = (trigger: string | undefined, host: Element): boolean =>
  trigger !== 'bpmn:CancelEventDefinition' || host.type === 'bpmn:Transaction'

const FAMILIES = ['bpmn:Gateway', 'bpmn:Activity', 'bpmn:StartEvent', 'bpmn:EndEvent', 'bpmn:BoundaryEvent'] as const
const INTERMEDIATE: ReadonlySet<string> = new Set(['bpmn:IntermediateCatchEvent', 'bpmn:IntermediateThrowEvent'])

/** Kinds of the same family: what stands at the same place in a procedure. */
export function changeable(diagram: Diagram, element: Element): readonly Choice[] {
  if (element.type === 'bpmn:Participant') return []
  const moddle = diagram.get('moddle')
  const family = FAMILIES.find((it) => is(element, it))
  return OFFERED.filter(({ kind }) => {
    if (!isOffered(kind, placesAt(kind, insideOf(element)))) return false
    if (kind.type === 'bpmn:BoundaryEvent' && !fitsHost(kind.eventDefinitionType, element.host ?? element)) return false
    if (family === undefined) return INTERMEDIATE.has(element.type) && INTERMEDIATE.has(kind.type)
    return moddle.create(kind.type).$instanceOf(family)
  })
}

/** The menu's words for what was made; undefined: nothing was. */
export function appended(diagram: Diagram, element: Element, id: string): string | undefined {
  const offer = OFFERED.find((it) => it.id === id)
  if (offer === undefined) return undefined
  const shape = diagram.get('elementFactory').createShape(offer.kind)
  if (offer.kind.type === 'bpmn:BoundaryEvent') diagram.get('selection').select(attached(diagram, element, shape))
  else follow(diagram, element, shape)
  return offer.label
}

/** Beside those that are on the edge already. */
function attached(diagram: Diagram, element: Element, shape: Element): Element {
  const point = freeOnEdge(element) ?? { x: element.x + element.width, y: element.y + element.height }
  return diagram.get('modeling').createShape(shape, point, element, { attach: true })
}

/** Pixels across an event. */
const EVENT = 36

/** Along the bottom first, then along the top, then in the middle of either side. */
function freeOnEdge({ x, y, width, height, attachers = [] }: Element): Point | undefined {
  const count = Math.floor((width - EVENT / 2 - 10) / EVENT) + 1
  const along = Array.from({ length: count }, (_, at) => x + width - EVENT / 2 - at * EVENT)
  const places = [
    ...[y + height, y].flatMap((edge) => along.map((it) => ({ x: it, y: edge }))),
    ...[x, x + width].map((edge) => ({ x: edge, y: y + height / 2 })),
  ]
  return places.find((place) =>
    attachers.every((it) => {
      const at = middle(it)
      return Math.abs(at.x - place.x) >= EVENT || Math.abs(at.y - place.y) >= EVENT
    }),
  )
}

export function changedTo(diagram: Diagram, element: Element, id: string): void {
  const offer = OFFERED.find((it) => it.id === id)
  if (offer) diagram.get('selection').select(diagram.get('bpmnReplace').replaceElement(element, offer.kind))
}

export function connected(diagram: Diagram, from: Element, to: Element): boolean {
  const allowed = diagram.get('rules').allowed('connection.create', { source: from, target: to })
  if (typeof allowed !== 'object' || allowed === null) return false
  diagram.get('modeling').connect(from, to)
  return true
}
