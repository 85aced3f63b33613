/**
 * The sentences of failures: "Expected a number right of +, but found the string "a"".
 */
import { Failure } from './failure.ts'
import { numberText } from './number.ts'
import { temporalText } from './temporal-text.ts'
import { isTemporal } from './temporal.ts'
import { FeelFunction, FeelRange, type FeelValue, isList, kindOf } from './value.ts'

/** The failure of an operand or argument of the wrong type. */
export function expected(what: string, found: FeelValue): Failure {
  return new Failure('type', `Expected ${what}, but found ${describe(found)}`)
}

/** The failure of an operand or argument of the right type that cannot be used. */
export function unusable(what: string, found: string): Failure {
  return new Failure('value', `Expected ${what}, but found ${found}`)
}

/** A value in a few words, for a sentence. */
export function describe(value: FeelValue): string {
  switch (typeof value) {
    case 'string':
      return `the string ${quoted(value)}`
    case 'number':
      return `the number ${numberText(value)}`
    case 'boolean':
      return String(value)
    default:
      return describeObject(value)
  }
}

function describeObject(value: Exclude<FeelValue, string | number | boolean>): string {
  if (value === null) return 'null'
  if (isList(value)) return value.length === 0 ? 'an empty list' : `a list of ${String(value.length)}`
  if (isTemporal(value)) return `the ${kindOf(value)} ${temporalText(value)}`
  if (value instanceof FeelRange) return 'a range'
  if (value instanceof FeelFunction) return `the function ${value.name}`
  const keys = Object.keys(value)
  return keys.length === 0 ? 'an empty context' : `a context of ${cut(keys.slice(0, 20).join(', '))}`
}

/** Data in sentences is cut short: a sentence is read by operators, the data belongs to citizens. */
export function quoted(text: string): string {
  return JSON.stringify(cut(text))
}

function cut(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
