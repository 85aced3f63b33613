/**
 * What an expression can hold in its hands: the values of FEEL.
 *
 * Plain JSON stays plain JSON (a context is an object, a list an array). Everything JSON has no word for is an instance of a class,
 * so that no data of a citizen can pass for a date, a range or a function.
 */
import {
  DaysTimeDuration,
  FeelDate,
  FeelDateTime,
  type FeelTemporal,
  FeelTime,
  YearsMonthsDuration,
} from './temporal.ts'
import type { Run } from './run.ts'

export type FeelValue =
  | null
  | boolean
  | number
  | string
  | readonly FeelValue[]
  | FeelContext
  | FeelTemporal
  | FeelRange
  | FeelFunction

export interface FeelContext {
  readonly [key: string]: FeelValue
}

/** All values between two ends; a null end is open to infinity. */
export class FeelRange {
  readonly start: FeelValue
  readonly end: FeelValue
  readonly startIncluded: boolean
  readonly endIncluded: boolean
  constructor(start: FeelValue, end: FeelValue, startIncluded: boolean, endIncluded: boolean) {
    this.start = start
    this.end = end
    this.startIncluded = startIncluded
    this.endIncluded = endIncluded
  }
}

/** A function written in an expression, a built-in, or a business knowledge model; it spends the meter of whoever calls it. */
export class FeelFunction {
  readonly name: string
  readonly params: readonly string[]
  readonly call: (args: readonly FeelValue[], run: Run) => FeelValue
  constructor(name: string, params: readonly string[], call: (args: readonly FeelValue[], run: Run) => FeelValue) {
    this.name = name
    this.params = params
    this.call = call
  }
}

export type FeelKind =
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'list'
  | 'context'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'range'
  | 'function'

export function kindOf(value: FeelValue): FeelKind {
  switch (typeof value) {
    case 'number':
      return 'number'
    case 'string':
      return 'string'
    case 'boolean':
      return 'boolean'
    default:
      return kindOfObject(value)
  }
}

function kindOfObject(value: Exclude<FeelValue, number | string | boolean>): FeelKind {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  if (value instanceof FeelDate) return 'date'
  if (value instanceof FeelDateTime) return 'date and time'
  if (value instanceof FeelTime) return 'time'
  if (value instanceof DaysTimeDuration) return 'days and time duration'
  if (value instanceof YearsMonthsDuration) return 'years and months duration'
  if (value instanceof FeelRange) return 'range'
  return value instanceof FeelFunction ? 'function' : 'context'
}

export function isList(value: FeelValue): value is readonly FeelValue[] {
  return Array.isArray(value)
}

export function isContext(value: FeelValue): value is FeelContext {
  return typeof value === 'object' && value !== null && kindOfObject(value) === 'context'
}
