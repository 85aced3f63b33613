/** What a service costs today, in the cases its package gives as examples: read by everybody on the page of the service. */
import { priceOf, type FeePrice } from '../core/package/fee-example.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import type { Fee } from '../core/workflow.ts'
import type { EngineDeps } from '../deps.ts'
import { calendarOfService } from '../transition.ts'

/** By the id of the fee; an example the decision gives no amount for is left out. */
export async function feePrices(
  deps: EngineDeps,
  service: CheckedPackage,
): Promise<ReadonlyMap<string, readonly FeePrice[]>> {
  const { workflow, decisions } = service
  const days = await calendarOfService(deps, service, workflow.agency)
  const moment = { now: deps.clock.now(), timeZone: days.timeZone, days }
  const pricesOf = ({ decision: name, examples = [] }: Fee): readonly FeePrice[] => {
    const decision = decisions.get(name)
    if (decision === undefined) return []
    return examples.flatMap((example) => {
      const price = priceOf(decision, example, workflow.policy ?? {}, moment)
      return typeof price === 'string' ? [] : [{ title: example.title, price }]
    })
  }
  return new Map((workflow.fees ?? []).map((fee) => [fee.id, pricesOf(fee)]))
}
