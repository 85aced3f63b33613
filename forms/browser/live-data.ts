/**
 * What a page gives its script along: the form without its words, who fills it, the answers of other pages, and of the procedure only the variables its expressions name.
 */
import { parseFeel } from '../../engine/core/feel/feel.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import { type OfficeDaysData, officeDaysData } from '../../engine/core/office-days.ts'
import type { CompiledForm, FormContext, FormSource } from '../form.ts'

export interface LiveData {
  readonly source: FormSource
  readonly context: Omit<FormContext, 'days'>
  /** Where an expression counts working days. */
  readonly days?: OfficeDaysData
  /** As they are saved. */
  readonly answers: JsonObject
  readonly page: string
  /** Whether what it shows hangs on regular expressions. */
  readonly patterns: boolean
}

/** undefined: nothing on any page depends on an answer. */
export function liveData(
  form: CompiledForm,
  answers: JsonObject,
  context: FormContext,
  page: string,
): LiveData | undefined {
  const { id, schema, ui } = form.source
  const expressions = expressionsIn(ui ?? null)
  if (expressions.length === 0 && !hasBranches(schema)) return undefined
  const names = new Set(expressions.flatMap(namesIn))
  // What nobody may change has the value of the variable of its name.
  for (const field of form.top) names.add(field.place.slice(1))
  const variables = Object.fromEntries(Object.entries(context.variables).filter(([name]) => names.has(name)))
  const { files: _, days, ...rest } = context
  return {
    source: { id, title: NO_WORDS, schema, ...(ui === undefined ? {} : { ui }), texts: {} },
    context: { ...rest, variables },
    ...(days && expressions.some(countsDays) ? { days: officeDaysData(days) } : {}),
    answers,
    page,
    patterns: expressions.some((it) => MATCHING.test(it)) || conditionsIn(schema).some((it) => asksPattern(it, schema)),
  }
}

const countsDays = (source: string): boolean => /\bworking\s+days?\b/.test(source)

const NO_WORDS = { ar: '', en: '' }

function expressionsIn(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return value.startsWith('=') ? [value.slice(1)] : []
  if (Array.isArray(value)) return value.flatMap((it: JsonValue) => expressionsIn(it))
  return isJsonObject(value) ? Object.values(value).flatMap(expressionsIn) : []
}

function namesIn(source: string): readonly string[] {
  const parsed = parseFeel(source)
  return parsed.ok ? [...parsed.expression.names, ...parsed.expression.openNames] : []
}

const BRANCHES: ReadonlySet<string> = new Set(['if', 'dependentRequired'])

function hasBranches(schema: JsonValue): boolean {
  if (Array.isArray(schema)) return schema.some((it: JsonValue) => hasBranches(it))
  return isJsonObject(schema) && Object.entries(schema).some(([key, it]) => BRANCHES.has(key) || hasBranches(it))
}

const MATCHING = /\b(?:matches|replace|split)\s*\(/

function conditionsIn(schema: JsonValue): readonly JsonValue[] {
  if (Array.isArray(schema)) return schema.flatMap((it: JsonValue) => conditionsIn(it))
  if (!isJsonObject(schema)) return []
  return Object.entries(schema).flatMap(([key, it]) => (key === 'if' ? [it] : conditionsIn(it)))
}

/** Rather once too often: what a condition refers to may ask for one. */
function asksPattern(condition: JsonValue, schema: JsonObject): boolean {
  const text = JSON.stringify(condition)
  return text.includes('"pattern"') || (text.includes('"$ref"') && JSON.stringify(schema).includes('"pattern"'))
}
