/**
 * What an analyst writes where a value is wanted: `amount > 100 and status = "open"`. FEEL 1.5 of DMN, read once, compiled to closures, evaluated
 * synchronously in server and browser alike.
 *
 * STRICT. An unknown variable, a missing key, a wrong operand or argument is a problem that names the sub-expression, never a silent null.
 * - null is a value: `x = null` is fine, `null < 1`, `null + 1`, `null.key` and `if null` are type errors.
 * - `is defined(a.b)`, `get or else(a.b, default)` and `get value(a, "b")` may ask for what is not there.
 * - In a filter, an item without a key the condition asks for does not match, nor does one whose condition is null.
 * - `and`, `or`, `not`, `all`, `any` follow the ternary table of DMN for null; other operands are type errors. `and` and `or` stop early.
 * - `=` between different kinds is a type error at the top (`status = 5` for a text is a mistake); inside lists and contexts, in
 *   `list contains`, `index of`, `is` and the lists right of `in`, different kinds are just not equal.
 * - Right of `in` and in decision tables, a null input lies in no range and on no side of a bound, so a rule may have a row for null.
 *
 * BOUNDED (`meter.ts`): steps, bytes, list and string length, nesting of data, depth of recursion; a source of at most 4,096 characters, nested at
 * most 64 levels. Ranges are counted, never written out. Regular expressions run in RE2. No expression runs longer than about 500 ms.
 *
 * NUMBERS are doubles that stand for the decimal they print as; money does not lie (`number.ts`): 0.1 + 0.2 = 0.3 is true.
 *
 * SAFE. Only own keys of contexts are seen; no context gets a key that reaches a prototype.
 *
 * Different from DMN 1.5, and why:
 * - Errors are problems, not null (a gateway must not take the default flow because of a typo). A position outside a list is still null.
 * - Numbers have 15 to 17 digits, not 34; a division by zero, an overflow, a conversion that fails are problems.
 * - No list of one becomes its item by itself (it hides a list that grew); a single value where a list is wanted is a list of one.
 * - A built-in is called, never held: `date` alone is a variable of that name, as in Camunda 8.
 * - `external` functions, `uuid` and `random number` are refused: no code, no chance.
 * - Times keep milliseconds; years run from -9999 to 9999; seconds may be left out as browsers do. Values with and without a time zone do not compare.
 * - A date plus a duration of days and time stays a date.
 * - `[1..x[` after a name reads as a filter; write `[1..x)`.
 */
import type { JsonValue } from '../json.ts'
import { builtins } from './builtins/table.ts'
import { type Compiled, compile } from './compile/compile.ts'
import { Refusal } from './compile/compiler.ts'
import { forgivingNames } from './compile/forgiving.ts'
import { newSlots } from './compile/frame.ts'
import { Failure, type FeelCode } from './failure.ts'
import { jsonOf, measure } from './json-border.ts'
import { defaultLimits, type FeelBudget, Meter } from './meter.ts'
import { normalName } from './parse/character.ts'
import { type Grammar, parse } from './parse/parse.ts'
import { SyntaxFault } from './parse/reader.ts'
import { Run } from './run.ts'
import type { FeelScope } from './scope.ts'
import type { FeelValue } from './value.ts'

export type { FeelCode } from './failure.ts'
export { defaultLimits, type FeelBudget, type FeelLimits } from './meter.ts'
export { type FeelScope, scopeOf } from './scope.ts'
export {
  DaysTimeDuration,
  FeelDate,
  FeelDateTime,
  type FeelTemporal,
  FeelTime,
  YearsMonthsDuration,
} from './temporal.ts'
export { type FeelContext, FeelFunction, type FeelKind, FeelRange, type FeelValue, kindOf } from './value.ts'

export type FeelResult =
  | { readonly ok: true; readonly value: FeelValue }
  | { readonly ok: false; readonly reason: string; readonly code: FeelCode }

export type FeelParse =
  | { readonly ok: true; readonly expression: FeelExpression }
  | { readonly ok: false; readonly reason: string; /** Offset in the source. */ readonly at: number }

export interface FeelExpression {
  readonly source: string
  /** Free variables, sorted. A name inside a filter may be a key of the item: it counts only when it is a known name. */
  readonly names: readonly string[]
  /** Names inside filters that may be keys of the items or variables, sorted; none of them is in `names`. */
  readonly openNames: readonly string[]
  /** The same scope and budget give the same result. */
  evaluate(scope: FeelScope, budget?: FeelBudget): FeelResult
}

/** An expression such as `a + b`. `knownNames` lets names hold keywords and operators ("terms and conditions", "pay-by date"). */
export function parseFeel(source: string, knownNames: readonly string[] = []): FeelParse {
  return prepare(source, 'expression', knownNames)
}

/** An entry of a decision table such as `< 5, [10..20)`; the scope must offer the input under the name `?`. The result is a boolean. */
export function parseUnaryTests(source: string, knownNames: readonly string[] = []): FeelParse {
  return prepare(source, 'unary tests', knownNames)
}

/** Whether a text of a package is an expression: it starts with `=`. */
export function isFeel(text: string): boolean {
  return text.startsWith('=')
}

/** The expression in such a text. */
export function feelSource(text: string): string {
  return isFeel(text) ? text.slice(1) : text
}

/** A result for the variables of a case: dates, times and durations become ISO 8601 strings, ranges and functions their FEEL text. */
export function toJson(value: FeelValue): JsonValue {
  return jsonOf(value, new Meter({ ...defaultLimits, steps: Infinity, bytes: Infinity }))
}

/** Of several words, some of which are operators elsewhere: whoever reads an expression must know them. */
export const builtinNames: readonly string[] = [...builtins.keys(), ...forgivingNames]

function prepare(source: string, grammar: Grammar, knownNames: readonly string[]): FeelParse {
  const known = knownNames.map(normalName)
  const node = parse(source, grammar, [...builtinNames, ...known])
  if (node instanceof SyntaxFault) return { ok: false, reason: node.reason, at: node.at }
  const compiled = compile(source, node, known)
  if (compiled instanceof Refusal) return { ok: false, reason: compiled.reason, at: compiled.at }
  const input = grammar === 'unary tests' ? '?' : ''
  const free = compiled.globals.filter((name) => name !== input).sort()
  const names = free.filter((name) => compiled.sure.has(name))
  const openNames = free.filter((name) => !compiled.sure.has(name))
  return {
    ok: true,
    expression: { source, names, openNames, evaluate: (scope, budget) => evaluate(compiled, scope, budget) },
  }
}

function evaluate(compiled: Compiled, scope: FeelScope, budget: FeelBudget | undefined): FeelResult {
  const limits = budget === undefined ? defaultLimits : { ...defaultLimits, ...budget }
  const run = new Run(scope, limits)
  try {
    const frame = { slots: newSlots(compiled.slots), parent: null, globals: { scope, cache: [] }, run }
    const value = compiled.code(frame)
    if (typeof value === 'object') measure(value, run)
    return { ok: true, value }
  } catch (failure) {
    if (failure instanceof Failure) return { ok: false, reason: failure.sentence(), code: failure.code }
    if (failure instanceof RangeError)
      return { ok: false, reason: `Expected a shallower expression, but ${failure.message}`, code: 'limit' }
    throw failure
  } finally {
    budget?.spent?.(run.used)
  }
}
