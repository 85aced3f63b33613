/**
 * What kind of value a column, input or result of a decision holds: a number, a date, an applicant with name and age.
 *
 * Stricter than DMN, which turns a wrong value into null: here it is a failure naming the value. Null belongs to every
 * type, as in DMN. Data that enters from outside is JSON, which has no dates: where a temporal type is declared, an ISO
 * 8601 text that enters is read as one. Lists of one item are never unwrapped.
 */
import { describe, expected } from '../feel/expected.ts'
import { Failure } from '../feel/failure.ts'
import type { FeelContext, FeelTemporal, FeelValue } from '../feel/feel.ts'
import { readDate, readDateTime, readDuration, readTime } from '../feel/temporal-text.ts'
import { isContext, isList, kindOf, type FeelKind } from '../feel/value.ts'
import { LocalScope, QuestionScope } from './local.ts'
import type { Metered } from './metered.ts'
import type { DecisionRun } from './run.ts'

export interface Type {
  /** The value, of this type. @param entering it comes from outside as JSON @throws Failure */
  conform(value: FeelValue, run: DecisionRun, entering: boolean): FeelValue
}

const ANYTHING: Type = { conform: (value) => value }

const ofKind = (kind: FeelKind): Type => ({
  conform(value) {
    if (value === null || kindOf(value) === kind) return value
    throw expected(`a ${kind}`, value)
  },
})

const temporal = (kind: FeelKind, read: (text: string) => FeelTemporal | null): Type => ({
  conform(value, _run, entering) {
    if (value === null || kindOf(value) === kind) return value
    const moment = entering && typeof value === 'string' ? read(value) : null
    if (moment !== null && kindOf(moment) === kind) return moment
    throw expected(`a ${kind}`, value)
  },
})

const date = temporal('date', readDate)
const time = temporal('time', readTime)
const dateAndTime = temporal('date and time', readDateTime)
const daysAndTime = temporal('days and time duration', readDuration)
const yearsAndMonths = temporal('years and months duration', readDuration)

/** FEEL's own names and the shorter ones that modellers write. */
export const BUILT_IN: ReadonlyMap<string, Type> = new Map<string, Type>([
  ['Any', ANYTHING],
  ['number', ofKind('number')],
  ['string', ofKind('string')],
  ['boolean', ofKind('boolean')],
  ['date', date],
  ['time', time],
  ['date and time', dateAndTime],
  ['dateTime', dateAndTime],
  ['days and time duration', daysAndTime],
  ['dayTimeDuration', daysAndTime],
  ['years and months duration', yearsAndMonths],
  ['yearMonthDuration', yearsAndMonths],
  ['list', ofKind('list')],
  ['context', ofKind('context')],
  ['function', ofKind('function')],
  ['range', ofKind('range')],
])

export const listOf = (item: Type): Type => ({
  conform(value, run, entering) {
    if (value === null) return null
    if (!isList(value)) throw expected('a list', value)
    run.meter.charge(value.length >> 3)
    return value.map((one) => item.conform(one, run, entering))
  },
})

/** A context with at least these keys; more are welcome. */
export const contextOf = (components: ReadonlyMap<string, Type>): Type => ({
  conform(value, run, entering) {
    if (value === null) return null
    if (!isContext(value)) throw expected('a context', value)
    const checked: [string, FeelValue][] = [...components].map(([key, type]) => [
      key,
      part(value, key, type, run, entering),
    ])
    return Object.fromEntries([...Object.entries(value), ...checked])
  },
})

function part(value: FeelContext, key: string, type: Type, run: DecisionRun, entering: boolean): FeelValue {
  const item = Object.hasOwn(value, key) ? value[key] : undefined
  if (item === undefined) throw expected(`the key "${key}"`, value)
  return type.conform(item, run, entering)
}

/** A type of which only some values are allowed; null is one only where it is listed. */
export const restricted = (base: Type, allowed: Metered): Type => ({
  conform(value, run, entering) {
    const conforming = base.conform(value, run, entering)
    checkAllowed(conforming, allowed, run)
    return conforming
  },
})

/** @throws Failure unless the value passes the tests that list what is allowed */
export function checkAllowed(value: FeelValue, allowed: Metered, run: DecisionRun): void {
  const scope = new QuestionScope(new LocalScope(run.meter))
  scope.question = value
  if (allowed.value(scope, run.meter) !== true)
    throw new Failure('value', `Expected one of ${allowed.source.trim()}, but found ${describe(value)}`)
}
