/** ANY: several rules may match as long as they all say the same. */
import { describe } from '../../feel/expected.ts'
import { Failure } from '../../feel/failure.ts'
import { same } from '../../feel/order.ts'
import type { HitPolicy } from './policy.ts'

export const ANY: HitPolicy = {
  name: 'ANY',
  nothing: null,
  decide(hits) {
    const [first = 1, ...others] = hits.rules
    const value = hits.answer(first)
    for (const rule of others) {
      const other = hits.answer(rule)
      if (value !== other && !same(value, other, hits.run.meter))
        throw new Failure(
          'value',
          `Expected all matching rules to answer the same (hit policy ANY), but rule ${String(first)} gives ${describe(value)} and rule ${String(rule)} gives ${describe(other)}`,
        )
    }
    return { value, rules: hits.rules }
  },
}
