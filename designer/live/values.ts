/** What an application knew, one line for each value however deep it lies: "applicant.name", "children[2]". */
import type { JsonValue } from '../../engine/core/json.ts'

export interface KnownValue {
  readonly path: string
  readonly value: string | number | boolean | null
}

const MOST = 500

export function knownValues(variables: Readonly<Record<string, JsonValue>>): readonly KnownValue[] {
  const found: KnownValue[] = []
  for (const [name, value] of Object.entries(variables)) collect(name, value, found)
  return found.slice(0, MOST)
}

function collect(path: string, value: JsonValue, found: KnownValue[]): void {
  if (found.length >= MOST) return
  if (value === null || typeof value !== 'object') found.push({ path, value })
  else if (Array.isArray(value))
    value.forEach((item: JsonValue, index) => collect(`${path}[${index + 1}]`, item, found))
  else for (const [name, item] of Object.entries(value)) collect(`${path}.${name}`, item, found)
}
