/** A FEEL text somewhere in a decision file: parsed once, every name in it known. */
import type { FeelValue } from '../feel/feel.ts'
import { UNREADABLE, type Boxed, type Site } from './boxed.ts'
import { metered, type Metered } from './metered.ts'

/** FEEL under the URI of any DMN version, or "feel" as Camunda writes it. */
const FEEL_LANGUAGE = /^(feel|https?:\/\/www\.omg\.org\/spec\/(DMN|FEEL)\/\d+(\/FEEL\/?)?)$/i

/** @returns undefined after a finding */
const readExpression = (text: string, site: Site): Metered | undefined =>
  admitted(metered(text, 'expression', site.names.saidIn(text)), site)

/** The tests of a cell; the value tested is "?". @returns undefined after a finding */
export const readTests = (text: string, site: Site): Metered | undefined =>
  admitted(metered(text, 'unary tests', site.names.saidIn(text)), site)

function admitted(expression: Metered | string, site: Site): Metered | undefined {
  const { findings } = site.reading
  if (typeof expression === 'string') return void findings.add('syntax', site.place, expression)
  const strangers = expression.names.filter((name) => !site.names.admits(name))
  for (const name of strangers) findings.add('unknown-name', site.place, name)
  return strangers.length === 0 ? expression : undefined
}

export function boxedExpression(text: string, site: Site): Boxed {
  const expression = readExpression(text, site)
  if (expression === undefined) return UNREADABLE
  const [name = '', ...others] = expression.names
  return others.length === 0 && name === text.trim() ? looked(name, expression) : computed(expression)
}

const computed = (expression: Metered): Boxed => ({
  evaluate: (scope, run) => expression.value(scope, run.meter),
})

/** A bare name needs no machinery; where there is no such variable, FEEL says so in its own words. */
const looked = (name: string, expression: Metered): Boxed => ({
  evaluate: (scope, run) => plainValue(scope.get(name)) ?? expression.value(scope, run.meter),
})

function plainValue(value: unknown): FeelValue | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  return typeof value === 'string' || typeof value === 'boolean' ? value : undefined
}

/** Refuses expressions in other languages than FEEL. */
export function checkLanguage(language: string | undefined, site: Site): void {
  if (language !== undefined && language !== '' && !FEEL_LANGUAGE.test(language))
    site.reading.findings.add('unsupported', site.place, `the expression language ${language}`)
}
