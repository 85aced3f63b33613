/** The TypeScript type of a value that stands in a package: a fee, a text, a list of them. */
import { isJsonObject, type JsonValue } from '../../../engine/core/json.ts'

export function typeOf(value: JsonValue): string {
  if (value === null) return 'null'
  if (Array.isArray(value))
    return `(${[...new Set(value.map((it: JsonValue) => typeOf(it)))].join(' | ') || 'never'})[]`
  if (!isJsonObject(value)) return typeof value
  return objectType(Object.entries(value).map(([key, it]) => ({ key, type: typeOf(it) })))
}

export interface Property {
  readonly key: string
  readonly type: string
  readonly optional?: boolean
}

export const objectType = (properties: readonly Property[]): string =>
  properties.length === 0
    ? 'Record<never, never>'
    : `{ ${properties.map(({ key, type, optional }) => `${JSON.stringify(key)}${optional ? '?' : ''}: ${type}`).join('; ')} }`

/** "unknown" says all there is to say. */
export function unionOf(types: Iterable<string>): string {
  const all = [...new Set(types)]
  return all.includes('unknown') || all.length === 0 ? 'unknown' : all.join(' | ')
}
