/** Whether two answers of a table are the same to the person who gets them. */
import type { FeelValue } from '../feel/feel.ts'
import { isContext, isList, kindOf } from '../feel/value.ts'

export function same(a: FeelValue, b: FeelValue): boolean {
  if (a === b) return true
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object' || kindOf(a) !== kindOf(b))
    return false
  if (isList(a) && isList(b)) return a.length === b.length && a.every((item, index) => same(item, b[index] ?? null))
  return sameEntries(a, b, isContext(a))
}

/** Dates, durations and ranges are equal where their parts are; a function only to itself. */
function sameEntries(a: object, b: object, withAnyKeys: boolean): boolean {
  const left: readonly [string, FeelValue | undefined][] = Object.entries(a)
  const right = new Map<string, FeelValue | undefined>(Object.entries(b))
  if (left.length !== right.size || (!withAnyKeys && typeof right.get('call') === 'function')) return false
  return left.every(([key, value]) => right.has(key) && same(value ?? null, right.get(key) ?? null))
}
