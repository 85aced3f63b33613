/**
 * Turns a drawing round. Pools and lanes stay, for their names stand at the left in every BPMN tool; what is in them changes
 * sides. Done twice it is as it was, so taking it back is doing it again.
 */
import { is, type Element, type Meaning, type Point } from '../canvas/model.ts'
import { isPool, listOf, rootOf } from './direction.ts'

/** The strip of a pool that its name stands in. */
const NAME = 30

interface Turned {
  readonly elements: readonly Element[]
  axes?: ReadonlyMap<Element, number>
}

type Movable = { -readonly [K in keyof Pick<Element, 'x' | 'waypoints'>]: Element[K] }

export class Mirror {
  execute(context: Turned): readonly Element[] {
    context.axes ??= axesOf(context.elements)
    const { axes } = context
    const turned = context.elements.filter((it) => it.parent !== undefined && !isFrame(it))
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

function axesOf(elements: readonly Element[]): ReadonlyMap<Element, number> {
  const spans = new Map<Element, { left: number; right: number }>()
  for (const element of elements.filter((it) => it.parent !== undefined && !isFrame(it))) {
    const frame = frameOf(element)
    const span = isPool(frame) ? { left: frame.x + NAME, right: frame.x + frame.width } : spanOf(element)
    const sum = spans.get(frame) ?? span
    spans.set(frame, { left: Math.min(sum.left, span.left), right: Math.max(sum.right, span.right) })
  }
  return new Map([...spans].map(([frame, { left, right }]) => [frame, Math.round((left + right) / 2)]))
}

function spanOf({ x, width, waypoints }: Element): { left: number; right: number } {
  const all = waypoints ? waypoints.map((it) => it.x) : [x, x + width]
  return { left: Math.min(...all), right: Math.max(...all) }
}

function turn(element: Element, axis: number): void {
  const other = (point: Point): Point => ({ ...point, x: 2 * axis - point.x })
  const movable: Movable = element
  if (element.waypoints) {
    movable.waypoints = element.waypoints.map((it) => turnedPoint(it, other))
    turnDrawnFlow(element, axis)
    return
  }
  movable.x = 2 * axis - element.x - element.width
  const bounds = element.labelTarget ? boundsIn(element.di.get('label')) : boundsIn(element.di)
  bounds?.set('x', element.x)
}

/** Where a flow was docked is kept beside the point. */
function turnedPoint(point: Point & { readonly original?: Point }, other: (point: Point) => Point): Point {
  return { ...other(point), ...(point.original && { original: other(point.original) }) } as Point
}

function turnDrawnFlow(element: Element, axis: number): void {
  for (const point of listOf(element.di.get('waypoint'))) point.set('x', 2 * axis - Number(point.get('x')))
}

function boundsIn(of: unknown): Meaning | undefined {
  if (typeof of !== 'object' || of === null || !('get' in of)) return undefined
  const bounds = (of as Meaning).get('bounds')
  return typeof bounds === 'object' && bounds !== null ? (bounds as Meaning) : undefined
}
