/** UNIQUE: the rules exclude each other, so at most one may match; the usual table. */
import { Failure } from '../../feel/failure.ts'
import type { HitPolicy } from './policy.ts'

export const UNIQUE: HitPolicy = {
  name: 'UNIQUE',
  nothing: null,
  decide(hits) {
    const [rule, second] = hits.rules
    if (rule === undefined || second !== undefined)
      throw new Failure(
        'value',
        `Expected one rule to match (hit policy UNIQUE), but rules ${hits.rules.join(', ')} match`,
      )
    return { value: hits.answer(rule), rules: hits.rules }
  },
}
