/** PRIORITY: of all matching rules the one with the most important answer decides, by the order of the output values. */
import type { HitPolicy } from './policy.ts'
import { ranked } from './rank.ts'

export const PRIORITY: HitPolicy = {
  name: 'PRIORITY',
  needsPriorities: true,
  nothing: null,
  decide(hits) {
    const winner = ranked(hits)[0] ?? 1
    return { value: hits.answer(winner), rules: [winner] }
  },
}
