/**
 * Ranges kept as text, as `range("[2026-01-01..2026-12-31]")` reads them: numbers, quoted strings, dates, times, durations, or nothing for
 * an open end.
 */
import { expected, quoted, unusable } from '../expected.ts'
import { compare } from '../order.ts'
import type { Run } from '../run.ts'
import { readTemporal } from '../temporal-text.ts'
import { FeelRange, type FeelValue } from '../value.ts'

const rangePattern = /^\s*([[\](])(.*?)\.\.(.*)([)[\]])\s*$/s
const numberPattern = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?$/
const stringPattern = /^"([^"\\]*)"$/
const temporalPattern = /^(?:@|date|time|date and time|duration)?\s*\(?\s*"?([^"()]+)"?\s*\)?$/
const stepsToRead = 8

export function readRange(run: Run, from: string): FeelRange {
  run.charge(stepsToRead)
  const [whole, open, start = '', end = '', close] = from.length > 400 ? [] : (rangePattern.exec(from) ?? [])
  if (whole === undefined) throw unusable('a range like "[1..5]"', quoted(from))
  const low = readEnd(start, from)
  const high = readEnd(end, from)
  if (low === null && high === null) throw unusable('a range with at least one end', quoted(from))
  if (low !== null && high !== null && compare(low, high, run) === null) throw expected('ends of one kind', high)
  return new FeelRange(low, high, low !== null && open === '[', high !== null && close === ']')
}

function readEnd(written: string, from: string): FeelValue {
  const text = written.trim()
  if (text === '') return null
  if (numberPattern.test(text)) return Number(text)
  const string = stringPattern.exec(text)?.[1]
  if (string !== undefined) return string
  const temporal = readTemporal(temporalPattern.exec(text)?.[1]?.trim() ?? '')
  if (temporal === null) throw unusable('numbers, strings, dates, times or durations as ends of a range', quoted(from))
  return temporal
}
