/** A FEEL text somewhere in a decision file: parsed once, every name in it known. */
import { parseFeel, parseUnaryTests, type FeelExpression, type FeelScope, type FeelValue } from '../feel/feel.ts'
import { Failure } from '../feel/failure.ts'
import type { Run } from '../feel/run.ts'
import { UNREADABLE, type Boxed, type Site } from './boxed.ts'

/** FEEL under the URI of any DMN version, or "feel" as Camunda writes it. */
const FEEL_LANGUAGE = /^(feel|https?:\/\/www\.omg\.org\/spec\/(DMN|FEEL)\/\d+(\/FEEL\/?)?)$/i

/** @returns undefined after a finding */
export function readExpression(text: string, site: Site): FeelExpression | undefined {
  const { findings } = site.reading
  const parsed = parseFeel(text, site.names.all)
  if (!parsed.ok) return void findings.add('syntax', site.place, parsed.reason)
  return admitted(parsed.expression, site)
}

/** The tests of a cell; the value tested is "?". @returns undefined after a finding */
export function readTests(text: string, site: Site): FeelExpression | undefined {
  const parsed = parseUnaryTests(text, site.names.all)
  if (!parsed.ok) return void site.reading.findings.add('syntax', site.place, parsed.reason)
  return admitted(parsed.expression, site)
}

function admitted(expression: FeelExpression, site: Site): FeelExpression | undefined {
  const strangers = expression.names.filter((name) => name !== '?' && !site.names.admits(name))
  for (const name of strangers) site.reading.findings.add('unknown-name', site.place, name)
  return strangers.length === 0 ? expression : undefined
}

export function boxedExpression(text: string, site: Site): Boxed {
  const expression = readExpression(text, site)
  if (expression === undefined) return UNREADABLE
  const name = expression.names.length === 1 && expression.names[0] === text.trim() ? expression.names[0] : undefined
  return name === undefined ? computed(expression) : looked(name, expression)
}

const computed = (expression: FeelExpression): Boxed => ({
  evaluate: (scope, run) => valueOf(expression, scope, run.meter),
})

/** A bare name needs no machinery; where there is no such variable, FEEL says so in its own words. */
const looked = (name: string, expression: FeelExpression): Boxed => ({
  evaluate: (scope, run) => plainValue(scope.get(name)) ?? valueOf(expression, scope, run.meter),
})

function plainValue(value: unknown): FeelValue | undefined {
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : undefined
}

/** Refuses expressions in other languages than FEEL. */
export function checkLanguage(language: string | undefined, site: Site): void {
  if (language !== undefined && language !== '' && !FEEL_LANGUAGE.test(language))
    site.reading.findings.add('unsupported', site.place, `the expression language ${language}`)
}

/** @throws Failure */
export function valueOf(expression: FeelExpression, scope: FeelScope, meter: Run): FeelValue {
  meter.charge(1)
  const result = expression.evaluate(scope, meter.limits)
  if (result.ok) return result.value
  throw new Failure(result.code, result.reason)
}
