/** OUTPUT ORDER: a list of all answers, the most important first, by the order of the output values. */
import type { HitPolicy } from './policy.ts'
import { ranked } from './rank.ts'

export const OUTPUT_ORDER: HitPolicy = {
  name: 'OUTPUT ORDER',
  needsPriorities: true,
  nothing: [],
  answersList: true,
  decide: (hits) => ({ value: ranked(hits).map((rule) => hits.answer(rule)), rules: hits.rules }),
}
