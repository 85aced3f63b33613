/** COLLECT: all answers together, as a list or put into one number: sum, least, greatest, how many. */
import { Failure } from '../../feel/failure.ts'
import { parseFeel, scopeOf } from '../../feel/feel.ts'
import { valueOf } from '../expression.ts'
import type { HitPolicy, Hits } from './policy.ts'

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
  return {
    name: `COLLECT ${name}`,
    singleOutput: true,
    nothing: null,
    decide: (hits) => ({ value: together(name, hits), rules: hits.rules }),
  }
}

function together(name: 'SUM' | 'MIN' | 'MAX', hits: Hits): ReturnType<typeof valueOf> {
  const parsed = parseFeel(`${name.toLowerCase()}(answers)`, ['answers'])
  if (!parsed.ok) throw new Failure('syntax', parsed.reason)
  const answers = hits.rules.map((rule) => hits.answer(rule))
  const { now, timeZone } = hits.run.meter
  return valueOf(parsed.expression, scopeOf({ answers }, now, timeZone), hits.run.meter)
}
