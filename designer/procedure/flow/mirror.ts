/** Turns what is on the canvas round, and its drawing in the file with it; taking it back is doing it again. */
import { axesOf, insideOf, turnDrawn, type Span } from '../../../engine/core/drawing/turning.ts'
import { is, type Element, type Point } from '../canvas/model.ts'
import { isPool, rootOf } from './direction.ts'

interface Turned {
  readonly elements: readonly Element[]
  axes?: ReadonlyMap<Element, number>
}

type Movable = { -readonly [K in keyof Pick<Element, 'x' | 'waypoints'>]: Element[K] }

export class Mirror {
  execute(context: Turned): readonly Element[] {
    const turned = context.elements.filter((it) => it.parent !== undefined && !isFrame(it))
    context.axes ??= axesOf(turned.map((it) => [frameOf(it), spanOf(it)] as const))
    const { axes } = context
    for (const element of turned) turn(element, axes.get(frameOf(element)) ?? 0)
    return turned
  }

  revert(context: Turned): readonly Element[] {
    return this.execute(context)
  }
}

const isFrame = (element: Element): boolean => isPool(element) || is(element, 'bpmn:Lane')

/** The pool, or the whole drawing. A flow between pools turns with the pool it comes from. */
function frameOf(element: Element): Element {
  const from = element.waypoints && element.source ? element.source : (element.labelTarget ?? element)
  if (from !== element && from.waypoints) return frameOf(from)
  let at: Element | undefined = from
  while (at !== undefined && !isPool(at)) at = at.parent
  return at ?? rootOf(element)
}

function spanOf(element: Element): Span {
  const frame = frameOf(element)
  if (isPool(frame)) return insideOf(frame)
  const { x, width, waypoints } = element
  const all = waypoints ? waypoints.map((it) => it.x) : [x, x + width]
  return { left: Math.min(...all), right: Math.max(...all) }
}

function turn(element: Element, axis: number): void {
  const other = (point: Point): Point => ({ ...point, x: 2 * axis - point.x })
  const movable: Movable = element
  if (element.waypoints) movable.waypoints = element.waypoints.map((it) => turnedPoint(it, other))
  else movable.x = 2 * axis - element.x - element.width
  // A label is drawn with what it belongs to.
  if (element.labelTarget === undefined) turnDrawn(element.di, axis)
}

/** Where a flow was docked is kept beside the point. */
function turnedPoint(point: Point & { readonly original?: Point }, other: (point: Point) => Point): Point {
  return { ...other(point), ...(point.original && { original: other(point.original) }) } as Point
}
