/** The question a column of a decision table asks: what is looked at, of which type, which values it may have. */
import type { InputClause } from 'dmn-moddle'
import type { FeelScope, FeelValue } from '../feel/feel.ts'
import { UNREADABLE, type Boxed, type Site } from './boxed.ts'
import { boxedExpression, checkLanguage, readTests } from './expression.ts'
import { within } from './finding.ts'
import type { Metered } from './metered.ts'
import type { DecisionRun } from './run.ts'
import { checkAllowed, type Type } from './type.ts'

export interface Input {
  /** The expression as written; it names the column to people. */
  readonly source: string
  readonly read: Boxed
  readonly type: Type | undefined
  readonly allowed: Metered | undefined
}

export function readInput(clause: InputClause, index: number, outer: Site): Input {
  const source = clause.inputExpression?.text?.trim() ?? ''
  const label = source === '' ? (clause.label ?? String(index + 1)) : source
  const place = within(outer.place, clause.id, `input "${label}"`, `المدخل «${label}»`)
  const site = { ...outer, place }
  checkLanguage(clause.inputExpression?.expressionLanguage, site)
  if (source === '') site.reading.findings.add('missing', place, 'the FEEL expression of the input')
  const values = clause.inputValues?.text?.trim() ?? ''
  return {
    source: label,
    read: source === '' ? UNREADABLE : boxedExpression(source, site),
    type: site.reading.types.resolve(clause.inputExpression?.typeRef, place),
    allowed: values === '' || values === '-' ? undefined : readTests(values, site),
  }
}

/** The value to test the rules against. @throws Failure where it has the wrong type or is not one of the allowed */
export function ask(input: Input, scope: FeelScope, run: DecisionRun): FeelValue {
  const raw = input.read.evaluate(scope, run)
  const value = input.type === undefined ? raw : input.type.conform(raw, run, true)
  if (input.allowed !== undefined) checkAllowed(value, input.allowed, run)
  return value
}
