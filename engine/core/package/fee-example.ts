/** What a fee comes to in the cases a citizen recognises: asked of the decision that will also write the bill. */
import type { Decision } from '../dmn/decision.ts'
import { type FeelScope, parseFeel, scopeOf, toJson } from '../feel/feel.ts'
import { feelInArabic } from '../feel/arabic.ts'
import { advice } from '../finding.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import { money, type Money } from '../money.ts'
import { calendarIn } from '../policy/calendar.ts'
import { isProblem, type Finding } from '../problem.ts'
import type { Text } from '../text.ts'
import type { FeeExample, Workflow } from '../workflow.ts'

type Policy = NonNullable<Workflow['policy']>

export interface FeePrice {
  readonly title: Text
  readonly price: Money
}

/** When and where it is asked: the decision may depend on the day, and on the days the office works. */
export type Moment = Omit<FeelScope, 'get'>

/** The amount, or a sentence on why the decision gives none. */
export function priceOf(decision: Decision, example: FeeExample, policy: Policy, moment: Moment): Money | string {
  const given = givenIn(example, policy, moment)
  if (typeof given === 'string') return given
  const result = decision.evaluate(scopeOf({ policy, ...given }, moment.now, moment.timeZone, moment.days))
  if (!result.ok) return result.reason
  const value = toJson(result.value)
  if (!isJsonObject(value)) return `Expected a context with "amount" and "currency", but found ${JSON.stringify(value)}`
  const price = money(value['amount'], value['currency'])
  return isProblem(price) ? price.detail : price
}

function givenIn({ given }: FeeExample, policy: Policy, { now, timeZone, days }: Moment): JsonObject | string {
  const read = parseFeel(given.slice(1))
  if (!read.ok) return read.reason
  const result = read.expression.evaluate(scopeOf({ policy }, now, timeZone, days))
  if (!result.ok) return result.reason
  const value = toJson(result.value)
  return isJsonObject(value) ? value : `Expected "given" to be a context, but found ${JSON.stringify(value)}`
}

/** A day like any other: packages are judged without a clock, so what the decision says of it is advice. */
const SOME_DAY = Date.UTC(2026, 0, 5, 9)

export function feeExampleFindings(workflow: Workflow, decisions: ReadonlyMap<string, Decision>): readonly Finding[] {
  const { fees = [], policy = {} } = workflow
  const days = calendarIn(workflow)
  const moment = { now: SOME_DAY, timeZone: days.timeZone, days }
  return fees.flatMap(({ decision: name, examples = [] }, fee) => {
    const decision = decisions.get(name)
    if (decision === undefined) return []
    return examples.flatMap((example, index) => {
      const price = priceOf(decision, example, policy, moment)
      const place = `/fees/${String(fee)}/examples/${String(index)}/given`
      return typeof price === 'string' ? [noPrice(place, name, price)] : []
    })
  })
}

const noPrice = (place: string, decision: string, reason: string): Finding =>
  advice(
    'package/fee-example',
    { file: 'workflow.json', place },
    {
      en: `Expected ${decision} to give an amount for this example, but: ${reason}`,
      ar: `المتوقع أن يعطي القرار ${decision} مبلغًا لهذا المثال، لكن: ${feelInArabic(reason)}`,
    },
    {
      en: 'Give the variables the decision reads, with values its table has a row for; citizens do not see an example without an amount.',
      ar: 'أعطِ المتغيرات التي يقرؤها القرار بقيم لها صف في جدوله؛ فالمثال الذي لا مبلغ له لا يراه المواطن.',
    },
  )
