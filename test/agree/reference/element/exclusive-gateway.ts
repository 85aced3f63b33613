/**
 * 13.4.2: "the conditions are evaluated in order. The first condition that evaluates to true determines the Sequence Flow
 * the token is sent to. No more conditions are henceforth evaluated ... If and only if none of the conditions evaluates to
 * true, the token is passed on the default Sequence Flow."
 */
import type { Flow, Node } from '../../drawing/drawing.ts'

export function exclusiveWay(
  { id, otherwise }: Node,
  flows: readonly Flow[],
  isTrue: (condition: string) => boolean,
): readonly string[] {
  const first = flows.find((flow) => flow.id !== otherwise && (flow.condition === undefined || isTrue(flow.condition)))
  const taken = first?.id ?? otherwise
  if (flows.length === 0) return []
  if (taken === undefined) throw new Error(`Expected a way out of ${id}`)
  return [taken]
}
