/**
 * What it takes to turn a drawing round, so that it runs the other way. Pools and lanes stay, for their names stand at the left
 * in every BPMN tool; what is in them changes sides. Done twice it is as it was.
 */
import { childOf, childrenOf, type ModdleElement } from '../bpmn/element.ts'
import { isMutable } from '../bpmn/moddle.ts'

export interface Span {
  readonly left: number
  readonly right: number
}

/** The strip of a pool that its name stands in. */
const NAME = 30

/** What is in a pool is turned between its name and its other end. */
export const insideOf = ({ x, width }: { readonly x: number; readonly width: number }): Span => ({
  left: x + NAME,
  right: x + width,
})

/** The line round which each frame is turned: a pool, or the whole of a drawing. */
export function axesOf<F>(parts: Iterable<readonly [frame: F, span: Span]>): ReadonlyMap<F, number> {
  const spans = new Map<F, Span>()
  for (const [frame, span] of parts) {
    const sum = spans.get(frame) ?? span
    spans.set(frame, { left: Math.min(sum.left, span.left), right: Math.max(sum.right, span.right) })
  }
  return new Map([...spans].map(([frame, { left, right }]) => [frame, Math.round((left + right) / 2)]))
}

/** A shape or an edge of a drawing, with its label. */
export function turnDrawn(drawn: ModdleElement, axis: number): void {
  for (const bounds of boundsOf(drawn)) {
    // As the canvas takes them: in whole pixels.
    const [x, width] = [bounds.get('x'), bounds.get('width')].map((it) => Math.round(Number(it)))
    if (isMutable(bounds) && x !== undefined && width !== undefined) bounds.set('x', 2 * axis - x - width)
  }
  for (const point of childrenOf(drawn, 'waypoint'))
    if (isMutable(point)) point.set('x', 2 * axis - Number(point.get('x')))
}

export function spanOf(drawn: ModdleElement): Span {
  const xs = [
    ...boundsOf(drawn).flatMap((it) => [Number(it.get('x')), Number(it.get('x')) + Number(it.get('width'))]),
    ...childrenOf(drawn, 'waypoint').map((it) => Number(it.get('x'))),
  ]
  return { left: Math.min(...xs), right: Math.max(...xs) }
}

function boundsOf(drawn: ModdleElement): readonly ModdleElement[] {
  return [childOf(drawn, 'bounds'), childOf(childOf(drawn, 'label'), 'bounds')].filter((it) => it !== undefined)
}
