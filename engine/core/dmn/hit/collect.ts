/** COLLECT: all answers together, as a list or put into one number: sum, least, greatest, how many. */
import { scopeOf } from '../../feel/feel.ts'
import { metered } from '../metered.ts'
import type { HitPolicy } from './policy.ts'

/** DMN leaves the order of this list open; ours is the order of the table. */
export const COLLECT: HitPolicy = {
  name: 'COLLECT',
  nothing: [],
  answersList: true,
  decide: (hits) => ({ value: hits.rules.map((rule) => hits.answer(rule)), rules: hits.rules }),
}

/** Counts the answers, equal ones too (DMN 1.2 and later). */
export const COLLECT_COUNT: HitPolicy = {
  name: 'COLLECT COUNT',
  singleOutput: true,
  nothing: 0,
  decide: (hits) => ({ value: hits.rules.length, rules: hits.rules }),
}

export const COLLECT_SUM = aggregated('SUM')
export const COLLECT_MIN = aggregated('MIN')
export const COLLECT_MAX = aggregated('MAX')

/** By FEEL's own function, so that money adds up here as it does everywhere. */
function aggregated(name: 'SUM' | 'MIN' | 'MAX'): HitPolicy {
  const together = metered(`${name.toLowerCase()}(answers)`, 'expression', ['answers'])
  if (typeof together === 'string') throw new Error(`FEEL does not know its own function ${name}: ${together}`)
  return {
    name: `COLLECT ${name}`,
    singleOutput: true,
    nothing: null,
    decide(hits) {
      const { meter } = hits.run
      const answers = hits.rules.map((rule) => hits.answer(rule))
      return {
        value: together.value(scopeOf({ answers }, meter.now, meter.timeZone), meter),
        rules: hits.rules,
      }
    },
  }
}
