/** What a fee comes to in a case: today, and from each day on which that changes. */
import { useMemo } from 'preact/hooks'
import type { Decision } from '../../../engine/core/dmn/decision.ts'
import { isJsonObject, type JsonObject } from '../../../engine/core/json.ts'
import { daysAhead, isoDay } from '../../../engine/core/package/fee-days.ts'
import { priceOf } from '../../../engine/core/package/fee-example.ts'
import { PALESTINE } from '../../../engine/core/policy/calendar.ts'
import { reasonIn } from '../../feel/reason.ts'
import { useLanguage } from '../../language/language.tsx'
import { useEditing } from '../page-editing.tsx'
import { TITLE_PAGE } from '../title-page.ts'
import { POLICY_WORDS } from '../words.ts'

interface Told {
  /** Absent: today. */
  readonly from?: string
  /** "25.00 ILS", or why there is none. */
  readonly amount?: string
  readonly reason?: string
}

interface AmountsProps {
  readonly decision: Decision
  /** FEEL, "={...}". */
  readonly given: string
}

export function Amounts({ decision, given }: AmountsProps) {
  const { say, language } = useLanguage()
  const { files, get } = useEditing()
  const policy = get(['policy'])
  const told = useMemo(() => {
    const texts = [...files].filter(([path]) => path.endsWith('.dmn') || path === TITLE_PAGE).map(([, text]) => text)
    return amountsOf(decision, given, isJsonObject(policy) ? policy : {}, texts, Date.now())
  }, [decision, given, policy, files])
  return (
    <ul class="amounts">
      {told.map(({ from, amount, reason = '' }) => (
        <li key={from ?? ''} class="amount">
          {amount === undefined
            ? say(POLICY_WORDS.noAmount, { reason: reasonIn(language, reason) })
            : say(from === undefined ? POLICY_WORDS.comesTo : POLICY_WORDS.comesToFrom, { amount, day: from ?? '' })}
        </li>
      ))}
    </ul>
  )
}

export function amountsOf(
  decision: Decision,
  given: string,
  policy: JsonObject,
  texts: readonly string[],
  now: number,
): readonly Told[] {
  const at = (day: number): Told => {
    const moment = { now: day, timeZone: PALESTINE.timeZone, days: PALESTINE }
    const price = priceOf(decision, { title: { ar: '', en: '' }, given }, policy, moment)
    return typeof price === 'string' ? { reason: price } : { amount: `${price.amount} ${price.currency}` }
  }
  return daysAhead(texts, now).reduce<readonly Told[]>(
    (told, day) => {
      const then = at(day)
      const before = told.at(-1)
      return before?.amount === then.amount ? told : [...told, { from: isoDay(day), ...then }]
    },
    [at(now)],
  )
}
