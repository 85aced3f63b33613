/**
 * The one spelling of a payment message: keys sorted, no spaces, UTF-8.
 *
 * Peers that check a signature parse the body and write it again in this form before they verify, so these are the
 * bytes we sign and send. Keys sort by UTF-16 code unit, as every JavaScript peer sorts them.
 */
import { isJsonObject, type JsonValue } from '../../../core/json.ts'

/** @param value at most `maxJsonDepth` deep; what comes from outside is checked with jsonFault first. */
export function sortedJson(value: JsonValue): string {
  if (isJsonObject(value)) {
    const members = Object.keys(value)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${sortedJson(value[key] ?? null)}`)
    return `{${members.join(',')}}`
  }
  if (typeof value === 'object' && value !== null) return `[${value.map(sortedJson).join(',')}]`
  return JSON.stringify(value)
}
