/**
 * One cell of a decision table's condition side: "< 5", "[10..20)", "yes", or any FEEL unary test.
 *
 * The everyday cells (a value, several values, a comparison with a number, a range of numbers, not(...) of values) are
 * tested by plain comparisons, without FEEL, and only where the value has the type of the cell; everything else,
 * wrong types included, is FEEL's to answer.
 */
import { Failure } from '../feel/failure.ts'
import type { FeelValue } from '../feel/feel.ts'
import type { Site } from './boxed.ts'
import { readTests } from './expression.ts'
import type { QuestionScope } from './local.ts'
import type { Metered } from './metered.ts'
import type { DecisionRun } from './run.ts'

export interface Entry {
  /** @throws Failure where the question makes no sense, e.g. a text compared with a number */
  matches(scope: QuestionScope, run: DecisionRun): boolean
}

/** @returns undefined where the cell lets everything through ("-" or empty), or after a finding */
export function readEntry(text: string | undefined, site: Site): Entry | undefined {
  const source = text?.trim() ?? ''
  if (source === '' || source === '-') return undefined
  const tests = readTests(source, site)
  if (tests === undefined) return undefined
  const quick = quickTest(source)
  return { matches: (scope, run) => quick?.(scope.question) ?? slowly(tests, scope, run) }
}

function slowly(tests: Metered, scope: QuestionScope, run: DecisionRun): boolean {
  const answer = tests.value(scope, run.meter)
  if (typeof answer === 'boolean') return answer
  if (answer === null) return false
  throw new Failure('type', `Expected ${tests.source} to be true or false`)
}

/** undefined = not mine to answer. */
type QuickTest = (value: FeelValue) => boolean | undefined

const NUMBER = String.raw`(-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?)`
const COMPARISON = new RegExp(`^(<=|>=|<|>)\\s*${NUMBER}$`)
const RANGE = new RegExp(`^([\\[(\\]])\\s*${NUMBER}\\s*\\.\\.\\s*${NUMBER}\\s*([\\])\\[])$`)
const NOT = /^not\((.*)\)$/s
/** Texts with escapes are left to FEEL. */
const LITERALS = new RegExp(
  `^(?:"[^"\\\\]*"|${NUMBER.replace('(', '(?:')})(?:\\s*,\\s*(?:"[^"\\\\]*"|${NUMBER.replace('(', '(?:')}))*$`,
)
const LITERAL = new RegExp(`"([^"\\\\]*)"|${NUMBER}`, 'g')

function quickTest(source: string): QuickTest | undefined {
  if (source === 'true' || source === 'false')
    return (value) => (typeof value === 'boolean' ? value === (source === 'true') : undefined)
  return comparison(source) ?? range(source) ?? negation(source) ?? oneOf(source)
}

function comparison(source: string): QuickTest | undefined {
  const [, operator, digits] = COMPARISON.exec(source) ?? []
  if (digits === undefined) return undefined
  const end = Number(digits)
  switch (operator) {
    case '<':
      return (value) => (typeof value === 'number' ? value < end : undefined)
    case '<=':
      return (value) => (typeof value === 'number' ? value <= end : undefined)
    case '>':
      return (value) => (typeof value === 'number' ? value > end : undefined)
    default:
      return (value) => (typeof value === 'number' ? value >= end : undefined)
  }
}

function range(source: string): QuickTest | undefined {
  const [, opening, from, to, closing] = RANGE.exec(source) ?? []
  if (from === undefined || to === undefined || Number(from) > Number(to)) return undefined
  const [start, end, withStart, withEnd] = [Number(from), Number(to), opening === '[', closing === ']']
  return (value) => {
    if (typeof value !== 'number') return undefined
    return (withStart ? value >= start : value > start) && (withEnd ? value <= end : value < end)
  }
}

function negation(source: string): QuickTest | undefined {
  const [, inside] = NOT.exec(source) ?? []
  const inner = inside === undefined ? undefined : oneOf(inside.trim())
  if (inner === undefined) return undefined
  return (value) => {
    const matched = inner(value)
    return matched === undefined ? undefined : !matched
  }
}

function oneOf(source: string): QuickTest | undefined {
  if (!LITERALS.test(source)) return undefined
  const values = [...source.matchAll(LITERAL)].map(([, text, digits]) => text ?? Number(digits))
  const [first] = values
  const type = typeof first
  if (values.some((value) => typeof value !== type)) return undefined
  if (values.length === 1) return (value) => (typeof value === type ? value === first : undefined)
  const set: ReadonlySet<unknown> = new Set(values)
  return (value) => (typeof value === type ? set.has(value) : undefined)
}
