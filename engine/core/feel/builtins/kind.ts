/**
 * What parameters of built-in functions accept.
 */
import { DaysTimeDuration, FeelDate, FeelDateTime, FeelTime, isTemporal, YearsMonthsDuration } from '../temporal.ts'
import { type FeelContext, FeelFunction, FeelRange, type FeelValue, isContext, isList } from '../value.ts'

export interface Kind<T> {
  /** For a sentence: "a string". */
  readonly expected: string
  /** The value as the body wants it, or undefined. */
  readonly accept: (value: FeelValue) => T | undefined
}

function kind<T extends FeelValue>(expected: string, is: (value: FeelValue) => value is T): Kind<T> {
  return { expected, accept: (value) => (is(value) ? value : undefined) }
}

export const anything: Kind<FeelValue> = { expected: 'a value', accept: (value) => value }
export const text = kind('a string', (value) => typeof value === 'string')
export const number = kind('a number', (value) => typeof value === 'number')
export const whole = kind('a whole number', (value): value is number => Number.isSafeInteger(value))
export const truth = kind('true or false', (value) => typeof value === 'boolean')
export const context: Kind<FeelContext> = kind('a context', isContext)
export const range = kind('a range', (value) => value instanceof FeelRange)
export const callable = kind('a function', (value) => value instanceof FeelFunction)
export const date = kind('a date', (value) => value instanceof FeelDate)
export const time = kind('a time', (value) => value instanceof FeelTime)
export const dateTime = kind('a date and time', (value) => value instanceof FeelDateTime)
export const daysDuration = kind('a days and time duration', (value) => value instanceof DaysTimeDuration)
export const nothing = kind('null', (value) => value === null)

/** A single value is a list of one, as DMN has it; null is no list. */
export const list: Kind<readonly FeelValue[]> = {
  expected: 'a list',
  accept: (value) => (value === null ? undefined : isList(value) ? value : [value]),
}

export const texts: Kind<readonly string[]> = {
  expected: 'a list of strings',
  accept: (value) => (isList(value) && value.every((item) => typeof item === 'string') ? value : undefined),
}

export const dateOrDateTime = kind(
  'a date or a date and time',
  (value) => value instanceof FeelDate || value instanceof FeelDateTime,
)

export const duration = kind(
  'a duration',
  (value) => value instanceof DaysTimeDuration || value instanceof YearsMonthsDuration,
)

/** What lies on a line: the ends of ranges. */
export const point = kind(
  'a number, a string, a date, a time or a duration',
  (value) => typeof value === 'number' || typeof value === 'string' || isTemporal(value),
)
