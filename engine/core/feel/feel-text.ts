/**
 * A value as text: what `string()` gives, and what JSON carries for values it has no word for.
 *
 * A string stands for itself; inside lists and contexts it is quoted, as FEEL would write it.
 */
import type { Meter } from './meter.ts'
import { numberText } from './number.ts'
import { temporalText } from './temporal-text.ts'
import { isTemporal } from './temporal.ts'
import { FeelFunction, FeelRange, type FeelValue, isList } from './value.ts'

const plainKey = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u

export function feelText(value: FeelValue, meter: Meter): string {
  return typeof value === 'string' ? value : written(value, meter, 0)
}

function written(value: FeelValue, meter: Meter, depth: number): string {
  meter.charge(1)
  if (typeof value === 'string') return meter.text(JSON.stringify(value))
  if (typeof value === 'number') return numberText(value)
  if (value === null || typeof value === 'boolean') return String(value)
  return writtenObject(value, meter, depth)
}

function writtenObject(
  value: Exclude<FeelValue, string | number | boolean | null>,
  meter: Meter,
  depth: number,
): string {
  meter.level(depth)
  if (isList(value)) return meter.text(`[${value.map((item) => written(item, meter, depth + 1)).join(', ')}]`)
  if (isTemporal(value)) return temporalText(value)
  if (value instanceof FeelFunction) return `function(${value.params.join(', ')})`
  if (value instanceof FeelRange) return rangeText(value, meter, depth)
  const entries = Object.entries(value).map(([key, entry]) => `${keyText(key)}: ${written(entry, meter, depth + 1)}`)
  return meter.text(`{${entries.join(', ')}}`)
}

function rangeText(range: FeelRange, meter: Meter, depth: number): string {
  const text = (end: FeelValue): string => (end === null ? '' : written(end, meter, depth + 1))
  return `${range.startIncluded ? '[' : '('}${text(range.start)}..${text(range.end)}${range.endIncluded ? ']' : ')'}`
}

function keyText(key: string): string {
  return plainKey.test(key) ? key : JSON.stringify(key)
}
