/** Values as the record keeps them: JSON, copied at the expense of whoever asked, so that no record grows without bound. */
import { FeelFunction, toJson, type FeelValue } from '../feel/feel.ts'
import type { Meter } from '../feel/meter.ts'
import { isContext, isList } from '../feel/value.ts'
import type { JsonValue } from '../json.ts'

/** A function has no JSON; the record names it. @throws Failure where the copy is too large or nested too deeply */
export function plain(value: FeelValue, meter: Meter): JsonValue {
  if (value === null || typeof value !== 'object') return value
  if (value instanceof FeelFunction) return `function ${value.name}`
  pay(value, meter, 0)
  return toJson(value)
}

function pay(value: FeelValue, meter: Meter, depth: number): void {
  if (typeof value === 'string') meter.produce(value.length)
  if (value === null || typeof value !== 'object') return
  meter.level(depth)
  if (isList(value)) {
    meter.listOf(value.length)
    for (const item of value) pay(item, meter, depth + 1)
  } else if (isContext(value)) {
    for (const [key, item] of Object.entries(value)) {
      meter.entry(key)
      pay(item, meter, depth + 1)
    }
  }
}
