import type { JsonValue } from '../json.ts'
import type { FeelCode } from './failure.ts'
import type { FeelBudget } from './meter.ts'
import type { FeelScope } from './scope.ts'
import type { FeelValue } from './value.ts'

export type { FeelBudget } from './meter.ts'
export { type FeelScope, scopeOf } from './scope.ts'
export type { FeelTemporal } from './temporal.ts'
export { type FeelContext, FeelFunction, FeelRange, type FeelValue } from './value.ts'

export type FeelResult =
  | { readonly ok: true; readonly value: FeelValue }
  | { readonly ok: false; readonly reason: string; readonly code: FeelCode }

export type FeelParse =
  | { readonly ok: true; readonly expression: FeelExpression }
  | { readonly ok: false; readonly reason: string; /** Offset in the source. */ readonly at: number }

export interface FeelExpression {
  readonly source: string
  /** Free variables, sorted. A name inside a filter that may be a key of the item counts only when it is a known name. */
  readonly names: readonly string[]
  evaluate(scope: FeelScope, budget?: FeelBudget): FeelResult
}

/** An expression such as `a + b`. `knownNames` lets names hold spaces and operators ("total amount", "pay-by date"). */
export function parseFeel(_source: string, _knownNames: readonly string[] = []): FeelParse {
  throw new Error('arrives with the parser')
}

/** The entry of a decision table such as `< 5, [10..20)`; the scope must offer the input under the name `?`. The result is a boolean. */
export function parseUnaryTests(_source: string, _knownNames: readonly string[] = []): FeelParse {
  throw new Error('arrives with the parser')
}

/** Whether a text of a package is an expression: it starts with `=`. */
export function isFeel(text: string): boolean {
  return text.startsWith('=')
}

/** The expression of such a text. */
export function feelSource(text: string): string {
  return isFeel(text) ? text.slice(1) : text
}

export function toJson(_value: FeelValue): JsonValue {
  throw new Error('arrives with the parser')
}
