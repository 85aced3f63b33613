/** UNIQUE: the rules exclude each other, so at most one may match; the usual table. */
import { Failure } from '../../feel/failure.ts'
import type { HitPolicy } from './policy.ts'

export const UNIQUE: HitPolicy = {
  name: 'UNIQUE',
  nothing: null,
  decide(hits) {
    const [rule, second] = hits.rules
    if (rule === undefined || second !== undefined)
      throw new Failure('value', `Expected one rule to match (hit policy UNIQUE), but rules ${few(hits.rules)} match`)
    return { value: hits.answer(rule), rules: hits.rules }
  },
}

const few = (rules: readonly number[]): string =>
  rules.length > 5 ? `${rules.slice(0, 5).join(', ')} and ${String(rules.length - 5)} more` : rules.join(', ')
