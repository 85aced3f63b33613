/** Tokens before joins, and what complex gateways have had of them, by the names of the other version. */
import type { ElementState } from '../../../core/instance.ts'
import { elementNamed } from '../run.ts'
import type { Pairing } from './pairing.ts'
import type { Place } from './plan.ts'

type Tokens = Pick<ElementState, 'arrived' | 'resets'>

/** That each has a place is known: the rules have judged it. */
export function movedTokens({ record: { arrived, resets }, pairing }: Place): Tokens {
  return {
    ...(arrived && { arrived: movedCounts(arrived, pairing) }),
    ...(resets && {
      resets: Object.fromEntries(
        Object.entries(resets).map(([gateway, flows]) => [
          gatewayIn(gateway, pairing),
          flows.map((flow) => flowIn(flow, pairing)),
        ]),
      ),
    }),
  }
}

function movedCounts(arrived: Readonly<Record<string, number>>, pairing: Pairing): Record<string, number> {
  const moved: Record<string, number> = {}
  for (const [flow, count] of Object.entries(arrived)) {
    const name = flowIn(flow, pairing)
    moved[name] = (moved[name] ?? 0) + count
  }
  return moved
}

function flowIn(id: string, { flow }: Pairing): string {
  const other = flow(id)
  return typeof other === 'object' ? other.id : id
}

function gatewayIn(id: string, { source, element }: Pairing): string {
  const other = element(elementNamed(source, id))
  return typeof other === 'object' ? other.id : id
}
