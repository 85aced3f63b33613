/** What a cell of a decision table asks of a day, as the days it lets through. */
import { isOpen } from './rows.ts'

/** Days since 1970; from the first up to, without, the second. Without beginning or end: infinite. */
export type Days = readonly [from: number, to: number]

const DAY = 24 * 3_600_000
const DATE = String.raw`date\("(\d{4}-\d{2}-\d{2})"\)`
const COMPARED = new RegExp(`^(<=|>=|<|>|)\\s*${DATE}$`)
const RANGE = new RegExp(`^([\\[(\\]])\\s*${DATE}\\s*\\.\\.\\s*${DATE}\\s*([\\])\\[])$`)

/** @returns undefined where the test is no plain one of days */
export function daysIn(test: string): Days | undefined {
  if (isOpen(test)) return [-Infinity, Infinity]
  const [, operator, value] = COMPARED.exec(test) ?? []
  if (value !== undefined) return compared(operator ?? '', dayOf(value))
  const [, opens, first = '', last = '', closes] = RANGE.exec(test) ?? []
  const from = dayOf(first) + (opens === '[' ? 0 : 1)
  const to = dayOf(last) + (closes === ']' ? 1 : 0)
  return from < to ? [from, to] : undefined
}

function compared(operator: string, day: number): Days | undefined {
  if (Number.isNaN(day)) return undefined
  switch (operator) {
    case '<':
      return [-Infinity, day]
    case '<=':
      return [-Infinity, day + 1]
    case '>':
      return [day + 1, Infinity]
    case '>=':
      return [day, Infinity]
    default:
      return [day, day + 1]
  }
}

/** NaN where the calendar has no such day. */
function dayOf(written: string): number {
  const at = Date.parse(`${written}T00:00:00Z`)
  return !Number.isNaN(at) && writtenDay(at / DAY) === written ? at / DAY : Number.NaN
}

/** "2027-01-01" */
export const writtenDay = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)
