/** A shape and what it is connected to as seen in a mirror: where bpmn-js would put something right of it, is left of it. */
import type { Element } from '../canvas/model.ts'

export function mirrored(element: Element, seen = new Map<Element, Element>()): Element {
  const known = seen.get(element)
  if (known) return known
  const list = (of: readonly Element[] | undefined) => of?.map((it) => mirrored(it, seen))
  const image: Element = Object.create(element, {
    x: { value: -(element.x + element.width) },
    incoming: { get: () => list(element.incoming) },
    outgoing: { get: () => list(element.outgoing) },
    attachers: { get: () => list(element.attachers) },
    host: { get: () => element.host && mirrored(element.host, seen) },
    source: { get: () => element.source && mirrored(element.source, seen) },
    target: { get: () => element.target && mirrored(element.target, seen) },
    // Having waypoints at all is what makes it a flow.
    ...(element.waypoints && { waypoints: { value: element.waypoints.map(({ x, y }) => ({ x: -x, y })) } }),
  })
  seen.set(element, image)
  return image
}
