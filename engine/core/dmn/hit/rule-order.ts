/** RULE ORDER: a list of all answers, from the top of the table to the bottom. */
import type { HitPolicy } from './policy.ts'

export const RULE_ORDER: HitPolicy = {
  name: 'RULE ORDER',
  nothing: [],
  answersList: true,
  decide: (hits) => ({ value: hits.rules.map((rule) => hits.answer(rule)), rules: hits.rules }),
}
