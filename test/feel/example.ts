/**
 * One expression tried out: what it is, or why it is nothing.
 */
import {
  type FeelCode,
  type FeelParse,
  parseFeel,
  parseUnaryTests,
  scopeOf,
  toJson,
} from '../../engine/core/feel/feel.ts'
import type { JsonValue } from '../../engine/core/json.ts'

/** Monday 23 November 2026, noon on the clock of Hebron (UTC+2). */
export const noon = Date.UTC(2026, 10, 23, 10)
export const zone = 'Asia/Hebron'

type Variables = Readonly<Record<string, unknown>>

/** An expression and its value, as a table of examples holds them. */
export type Example = readonly [source: string, value: JsonValue]

/** An expression and a part of the sentence that says what is wrong with it. */
export type Mistake = readonly [source: string, code: FeelCode, sentence: string]

export function valueOf(source: string, variables: Variables = {}): JsonValue {
  const result = evaluated(parseFeel(source, Object.keys(variables)), variables)
  if (!result.ok) throw new Error(`${source}: ${result.reason}`)
  return toJson(result.value)
}

export function problemOf(source: string, variables: Variables = {}): { code: FeelCode; reason: string } {
  const result = evaluated(parseFeel(source, Object.keys(variables)), variables)
  if (result.ok) throw new Error(`${source}: expected a problem, but it is ${JSON.stringify(toJson(result.value))}`)
  return { code: result.code, reason: result.reason }
}

/** Whether an input fits an entry of a decision table. */
export function fits(entry: string, input: unknown, variables: Variables = {}): JsonValue {
  const result = evaluated(parseUnaryTests(entry, Object.keys(variables)), { ...variables, '?': input })
  if (!result.ok) throw new Error(`${entry}: ${result.reason}`)
  return toJson(result.value)
}

export function entryProblemOf(entry: string, input: unknown): { code: FeelCode; reason: string } {
  const result = evaluated(parseUnaryTests(entry), { '?': input })
  if (result.ok) throw new Error(`${entry}: expected a problem, but it is ${JSON.stringify(toJson(result.value))}`)
  return { code: result.code, reason: result.reason }
}

/** A text that cannot be read counts as a problem like any other. */
function evaluated(parse: FeelParse, variables: Variables) {
  if (!parse.ok) return { ok: false, code: 'syntax', reason: parse.reason } as const
  return parse.expression.evaluate(scopeOf(variables, noon, zone))
}
