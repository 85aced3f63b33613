/**
 * What leaves an expression for the variables of a case: JSON.
 */
import { forbiddenKeys, type JsonValue } from '../json.ts'
import { feelText } from './feel-text.ts'
import type { Meter } from './meter.ts'
import { localText, temporalText, zoneText } from './temporal-text.ts'
import { FeelDateTime, isTemporal } from './temporal.ts'
import { FeelFunction, FeelRange, type FeelValue, isList } from './value.ts'
import { offsetSecondsOf } from './zone.ts'

/**
 * Dates, times and durations as ISO 8601 (a named zone as its offset at that instant), ranges and functions as their FEEL text. Lists
 * and contexts are copied, without keys that reach a prototype.
 */
export function jsonOf(value: FeelValue, meter: Meter, depth = 0): JsonValue {
  if (typeof value !== 'object' || value === null) return value
  meter.level(depth)
  if (value instanceof FeelDateTime) return localText(value.local) + zoneText(offsetSecondsOf(value, meter))
  if (isTemporal(value)) return temporalText(value)
  if (value instanceof FeelFunction || value instanceof FeelRange) return feelText(value, meter)
  if (isList(value)) return value.map((item) => jsonOf(item, meter, depth + 1))
  const json: Record<string, JsonValue> = {}
  for (const [key, entry] of Object.entries(value))
    if (!forbiddenKeys.has(key)) json[key] = jsonOf(entry, meter, depth + 1)
  return json
}

const bytesPerVisit = 4

/** Walks a result once, so that what is nested too deeply or repeats itself into the endless never leaves an evaluation. */
export function measure(value: FeelValue, meter: Meter, depth = 0): void {
  if (typeof value !== 'object' || value === null) return
  if (value instanceof FeelRange || value instanceof FeelFunction || isTemporal(value)) return
  meter.level(depth)
  const items = isList(value) ? value : Object.values(value)
  meter.produce(items.length * bytesPerVisit)
  for (const item of items) measure(item, meter, depth + 1)
}
