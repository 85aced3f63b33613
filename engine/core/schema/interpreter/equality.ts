/** Whether two pieces of JSON are the same. */
import { isJsonObject } from '../../json.ts'

export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((it, index) => isSame(it, other[index]))
  if (!isJsonObject(one) || !isJsonObject(other)) return Number.isNaN(one) && Number.isNaN(other)
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((it) => Object.hasOwn(other, it) && isSame(one[it], other[it]))
  )
}
