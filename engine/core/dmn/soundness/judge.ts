/**
 * What a decision table leaves open and where its rules meet, as its hit policy takes it.
 *
 * Gaps matter where exactly one answer is wanted (UNIQUE, ANY, FIRST, PRIORITY) and there is no default; a table that
 * collects may find nothing. Overlaps matter under UNIQUE, and under ANY where the answers differ; under FIRST a rule that
 * never gets a turn does. Null is a case only where a rule speaks of it.
 */
import type { DecisionTable } from 'dmn-moddle'
import { gapsIn } from './gaps.ts'
import { gridOf } from './grid.ts'
import { hiddenIn, overlapsIn } from './overlaps.ts'
import { testOf } from './words.ts'

export interface TableJudgment {
  /** One FEEL test per column, "-" where the value does not matter. */
  readonly gaps: readonly (readonly string[])[]
  readonly overlaps: readonly { readonly rules: readonly [number, number]; readonly tests: readonly string[] }[]
  /** Rules that never get a turn, from 1. */
  readonly hidden: readonly number[]
  /** Rules that could not be judged, from 1. */
  readonly unjudged: readonly number[]
  /** Columns (from 0) judged over whole numbers only. */
  readonly whole: readonly number[]
  /** The table is too large, or has more gaps than are told. */
  readonly more: boolean
}

/** Comparing each rule with each other takes too long beyond this. */
const MOST_RULES = 300

const ONE_ANSWER: ReadonlySet<string> = new Set(['UNIQUE', 'ANY', 'FIRST', 'PRIORITY'])

export function judgeTable(table: DecisionTable): TableJudgment {
  const grid = gridOf(table)
  const policy = table.hitPolicy ?? 'UNIQUE'
  const fits = grid.rules <= MOST_RULES
  const wantsAll = ONE_ANSWER.has(policy) && !hasDefaults(table) && grid.columns.length > 0 && grid.rules > 0
  const { gaps, more } = wantsAll && fits ? gapsIn(grid) : { gaps: [], more: !fits }
  const tests = (where: readonly (readonly Parameters<typeof testOf>[0][number][])[]): readonly string[] =>
    where.map((pieces, column) => testOf(pieces, grid.columns[column]?.pieces ?? []))
  return {
    gaps: gaps.map(tests),
    overlaps: (fits ? overlapsFor(policy, table, grid) : []).map(({ rules, where }) => ({
      rules,
      tests: tests(where),
    })),
    hidden: policy === 'FIRST' && fits ? hiddenIn(grid).map(({ rule }) => rule) : [],
    unjudged: ONE_ANSWER.has(policy) ? grid.unjudged : [],
    whole: grid.columns.flatMap(({ whole }, index) => (whole ? [index] : [])),
    more,
  }
}

const hasDefaults = ({ output = [] }: DecisionTable): boolean =>
  output.some(({ defaultOutputEntry }) => (defaultOutputEntry?.text?.trim() ?? '') !== '')

function overlapsFor(policy: string, table: DecisionTable, grid: ReturnType<typeof gridOf>) {
  if (policy === 'UNIQUE') return overlapsIn(grid, () => true)
  if (policy !== 'ANY') return []
  const answers = (table.rule ?? []).map(({ outputEntry = [] }) => outputEntry.map(({ text = '' }) => text.trim()))
  return overlapsIn(grid, (a, b) => differ(answers[a - 1] ?? [], answers[b - 1] ?? []))
}

/** Certainly: two plain values that are written differently. */
const differ = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((text, column) => PLAIN.test(text) && PLAIN.test(b[column] ?? '') && text !== b[column])

const PLAIN = /^("[^"\\]*"|-?\d+|true|false)$/
