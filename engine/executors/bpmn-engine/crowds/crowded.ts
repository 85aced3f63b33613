/** Steps at which a further token may come while one is still there: the second reminder while the first is being read. */
import type { Element, Program } from '../../../core/program.ts'
import { isJoin } from './join.ts'
import { flowPlace, netOf } from './net.ts'
import { Together } from './together.ts'

const known = new WeakMap<Program, ReadonlySet<Element>>()

export function crowdedIn(program: Program): ReadonlySet<Element> {
  const before = known.get(program)
  if (before) return before
  const net = netOf(program)
  const together = new Together(net.places, net.transitions)
  for (const places of net.together) together.fill(places)
  const found = program.elements.filter((element) =>
    isJoin(element)
      ? element.incoming.some((flow) => together.isCrowded([flowPlace(program, flow)]))
      : together.isCrowded(net.placesOf(element)),
  )
  const crowded = new Set(found)
  known.set(program, crowded)
  return crowded
}
