/** The answer a column of a decision table gives: its name, type, allowed values in order of priority, and default. */
import type { LiteralExpression, OutputClause } from 'dmn-moddle'
import { Failure } from '../feel/failure.ts'
import { parseFeel, scopeOf, type FeelScope, type FeelValue } from '../feel/feel.ts'
import { defaultLimits } from '../feel/meter.ts'
import { Run } from '../feel/run.ts'
import { isList } from '../feel/value.ts'
import type { Boxed, Site } from './boxed.ts'
import { boxedExpression, checkLanguage, readTests } from './expression.ts'
import { within } from './finding.ts'
import type { Metered } from './metered.ts'
import { DecisionRun } from './run.ts'
import { checkAllowed, type Type } from './type.ts'

/** What every answer of a column is held to. */
export interface Column {
  readonly type: Type | undefined
  readonly allowed: Metered | undefined
}

export interface Output extends Column {
  /** Key of the result where the table has several outputs. */
  readonly name: string
  /** The values it lists one by one, the most important first; empty where it lists none or not one by one. */
  readonly priorities: readonly FeelValue[]
  readonly fallback: Boxed | undefined
}

export function readOutput(clause: OutputClause, index: number, outer: Site): Output {
  const name = clause.name ?? ''
  const label = name === '' ? (clause.label ?? String(index + 1)) : name
  const place = within(outer.place, clause.id, `output "${label}"`, `المخرج «${label}»`)
  const site = { ...outer, place }
  const values = clause.outputValues?.text?.trim() ?? ''
  const allowed = values === '' || values === '-' ? undefined : readTests(values, site)
  const column: Column = { type: site.reading.types.resolve(clause.typeRef, place), allowed }
  return {
    ...column,
    name: label,
    priorities: allowed === undefined ? [] : listed(values),
    fallback: readAnswer(clause.defaultOutputEntry, column, site),
  }
}

/** A cell of the answer side; undefined = empty, which answers null. A plain value that does not fit its column is a finding. */
export function readAnswer(node: LiteralExpression | undefined, column: Column, site: Site): Boxed | undefined {
  const text = node?.text?.trim() ?? ''
  if (text === '' || text === '-') return undefined
  checkLanguage(node?.expressionLanguage, site)
  const box = boxedExpression(text, site)
  const constant = constantOf(text)
  if (constant === undefined) return box
  const settled: Boxed = { evaluate: () => constant }
  const reason = misfit(column, settled)
  if (reason !== undefined) site.reading.findings.add('not-allowed', site.place, reason)
  return settled
}

function misfit(column: Column, constant: Boxed): string | undefined {
  try {
    answer(column, constant, NO_NAMES, new DecisionRun(new Run(NO_NAMES, defaultLimits)))
    return undefined
  } catch (failure) {
    if (failure instanceof Failure) return failure.sentence()
    throw failure
  }
}

const NO_NAMES: FeelScope = scopeOf({}, 0, 'UTC')

/** The value of one output of one rule. An empty cell answers null, whatever is listed. @throws Failure */
export function answer(column: Column, cell: Boxed | undefined, scope: FeelScope, run: DecisionRun): FeelValue {
  if (cell === undefined) return null
  const raw = cell.evaluate(scope, run)
  const value = column.type === undefined ? raw : column.type.conform(raw, run, false)
  if (column.allowed !== undefined) checkAllowed(value, column.allowed, run)
  return value
}

const CONSTANT = /^(?:"[^"\\]*"|-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?|true|false)$/

/** A plain text, number or truth value needs no evaluation. */
function constantOf(text: string): FeelValue | undefined {
  if (!CONSTANT.test(text)) return undefined
  if (text.startsWith('"')) return text.slice(1, -1)
  return text === 'true' || text === 'false' ? text === 'true' : Number(text)
}

function listed(values: string): readonly FeelValue[] {
  const parsed = parseFeel(`[${values}]`)
  const result =
    parsed.ok && parsed.expression.names.length === 0 ? parsed.expression.evaluate(scopeOf({}, 0, 'UTC')) : undefined
  return result?.ok === true && isList(result.value) ? result.value : []
}
