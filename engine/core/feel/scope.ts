/**
 * Where the names of an expression come from: the variables of a case, the fields of a form, the inputs of a decision.
 */
import type { OfficeDays } from '../office-days.ts'

export interface FeelScope {
  /** The value of a name; undefined when there is no such name (null is a value). */
  get(name: string): unknown
  /** Milliseconds since 1970-01-01T00:00:00Z, for `now()` and `today()`. */
  readonly now: number
  /** IANA name of the zone whose clock `now()` and `today()` read, such as "Asia/Hebron". */
  readonly timeZone: string
  /** The days the office works, for `is working day` and its like; read only when one of them asks. Absent where there is no office. */
  readonly days?: OfficeDays | undefined
}

/** The scope of plain variables; inherited properties are not names. */
export function scopeOf(
  variables: Readonly<Record<string, unknown>>,
  now: number,
  timeZone: string,
  days?: OfficeDays,
): FeelScope {
  return { get: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined), now, timeZone, days }
}
