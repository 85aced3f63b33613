/** One thing a schema asks of a value, and how a fault in it is told. */
import type { SchemaError } from '../judgement.ts'

/** @returns whether the value fits; what does not is in `run.errors` */
export type Rule = (value: unknown, place: string, run: Run, seen: Seen) => boolean

/** How one document is judged. */
export interface Run {
  readonly errors: SchemaError[]
  /** Every fault is told; otherwise the first ends it. */
  readonly all: boolean
  /** Inside a choice, where a fault decides nothing yet. */
  readonly choice: boolean
}

/** What of an object or list a schema has looked at, for unevaluatedProperties and unevaluatedItems. */
export interface Seen {
  names: Set<string> | 'all'
  /** How many items from the beginning. */
  items: number
}

export const nothingSeen = (): Seen => ({ names: new Set(), items: 0 })

export function alsoSaw(seen: Seen, other: Seen): void {
  if (other.names === 'all') seen.names = 'all'
  else if (seen.names !== 'all') for (const name of other.names) seen.names.add(name)
  seen.items = Math.max(seen.items, other.items)
}

export function judged(rule: Rule, value: unknown, all: boolean): readonly SchemaError[] {
  const errors: SchemaError[] = []
  return rule(value, '', { errors, all, choice: false }, nothingSeen()) ? [] : errors
}

export type Told = Omit<SchemaError, 'place'>

/** @returns false, so that a rule can end with it */
export function tell(run: Run, place: string, { keyword, params, message }: Told): false {
  run.errors.push({ place, keyword, params, message })
  return false
}

/** Whether a rule fits, with nothing told. */
export function fits(rule: Rule, value: unknown, place: string, seen: Seen): boolean {
  return rule(value, place, { errors: [], all: false, choice: true }, seen)
}

export const below = (place: string, key: string | number): string =>
  `${place}/${typeof key === 'number' ? String(key) : key.replaceAll('~', '~0').replaceAll('/', '~1')}`

/** Whether all of them are good; where every fault is told, the others are looked at as well. */
export function everyOf<T>(these: Iterable<T>, run: Run, isGood: (one: T) => boolean): boolean {
  let all = true
  for (const one of these) {
    if (!isGood(one)) all = false
    if (!all && !run.all) return false
  }
  return all
}
