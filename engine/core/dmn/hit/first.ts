/** FIRST: the first rule that matches, from the top, decides. */
import type { HitPolicy } from './policy.ts'

export const FIRST: HitPolicy = {
  name: 'FIRST',
  stopsAtFirst: true,
  nothing: null,
  decide: (hits) => ({ value: hits.answer(hits.rules[0] ?? 1), rules: hits.rules.slice(0, 1) }),
}
