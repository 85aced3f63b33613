/**
 * Judges answers: the JSON Schema decides (Ajv), over the answers that count. Its faults are told at the field a person can correct, one for each field,
 * in the order of the form.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../engine/core/json.ts'
import { compileSchema, type SchemaError } from '../engine/core/schema/ajv.ts'
import { type Evaluation, evaluate } from './evaluate.ts'
import type { Fault } from './fault.ts'
import type { CompiledForm, FormContext, FormSource } from './form.ts'
import { KINDS } from './kinds/kinds.ts'
import { answerAt, escaped, lies, type Place } from './place.ts'
import { placesOf } from './pages.ts'

/** @param page only the faults a person can correct there */
export function validate(
  form: CompiledForm,
  answers: JsonObject,
  context: FormContext,
  page?: string,
): readonly Fault[] {
  const evaluation = evaluate(form, answers, context)
  const faults = judged(form, evaluation, context)
  if (page === undefined) return faults
  const there = placesOf(form, page, evaluation)
  return faults.filter((it) => there.has(it.place))
}

function judged(form: CompiledForm, evaluation: Evaluation, context: FormContext): readonly Fault[] {
  const { fields, answers } = evaluation
  const missing = [...fields]
    .filter(([place, it]) => it.visible && it.required && answerAt(answers, place) === undefined)
    .map(([place]) => ({ place, keyword: 'required', params: {}, message: '' }))
  const errors = [
    ...judgeOf(form.source)(answers).flatMap(told),
    ...missing,
    ...unoffered(evaluation),
    ...outOfTime(evaluation),
    ...refused(evaluation, context),
  ]
  const aimed = errors.flatMap((it) => aim(it, evaluation) ?? [])
  const order = new Map([...fields.keys()].map((place, index) => [place, index]))
  const first = new Map<Place, { readonly fault: Fault; readonly weight: number }>()
  for (const { keyword, ...fault } of aimed) {
    const weight = WEIGHT.indexOf(keyword)
    const before = first.get(fault.place)
    if (before === undefined || weight > before.weight) first.set(fault.place, { fault, weight })
  }
  const rank = (place: Place): number => order.get(place) ?? order.size
  return [...first.values()].map((it) => it.fault).sort((a, b) => rank(a.place) - rank(b.place))
}

/** What an expression offers is not in the schema. */
function unoffered({ fields, answers }: Evaluation): readonly SchemaError[] {
  return [...fields].flatMap(([place, { field, visible, required, readonly, choices, asking }]) => {
    const value = answerAt(answers, place)
    if ((field.when.choices === undefined && !field.call) || !visible || readonly) return []
    const isUnanswered = asking?.state === 'unasked' || asking?.state === 'failed'
    if (isUnanswered && (value !== undefined || required))
      return [{ place, keyword: 'unasked', params: {}, message: '' }]
    if (value === undefined) return []
    const chosen: readonly JsonValue[] = Array.isArray(value) ? value : [value]
    const isOffered = chosen.every((it) => choices.some((choice) => choice.value === it))
    return isOffered ? [] : [{ place, keyword: 'enum', params: {}, message: '' }]
  })
}

/** Days before the first or after the last that is taken; one that is no day the schema refuses. */
function outOfTime({ fields, answers }: Evaluation): readonly SchemaError[] {
  return [...fields].flatMap(([place, { visible, readonly, earliest, latest }]) => {
    const value = answerAt(answers, place)
    if (!visible || readonly || typeof value !== 'string') return []
    const at = (keyword: string, limit: string): SchemaError => ({ place, keyword, params: { limit }, message: '' })
    if (earliest !== undefined && value < earliest) return [at('earliest', earliest)]
    return latest !== undefined && value > latest ? [at('latest', latest)] : []
  })
}

/** What no schema can judge, such as check digits. */
function refused({ fields, answers }: Evaluation, context: FormContext): readonly SchemaError[] {
  return [...fields].flatMap(([place, { field, visible }]) => {
    const value = answerAt(answers, place)
    const code = visible && value !== undefined ? KINDS[field.kind].refuses?.(value, field, context) : undefined
    return code === undefined ? [] : [{ place, keyword: code, params: {}, message: '' }]
  })
}

/** Of several faults of one answer, the last of these is told. */
const WEIGHT = [
  'earliest',
  'latest',
  'pattern',
  'format',
  'oneOf',
  'anyOf',
  'const',
  'enum',
  'minLength',
  'maxLength',
  'type',
  'required',
  'unasked',
]

const judges = new WeakMap<FormSource, (answers: unknown) => readonly SchemaError[]>()

function judgeOf(source: FormSource): (answers: unknown) => readonly SchemaError[] {
  if (source.faults) return source.faults
  const known = judges.get(source)
  if (known) return known
  const made = compileSchema(source.schema, {}, { allErrors: true })
  if (!made.ok) throw new Error(`Expected a schema that compiles, but ${made.findings[0]?.message ?? 'it does not'}`)
  const { validate } = made.schema
  judges.set(source, validate)
  return validate
}

/** What is missing is told at what is missing; that some branch of the schema failed says nothing beside the fault inside it. */
function told(error: SchemaError): readonly SchemaError[] {
  if (error.keyword === 'if') return []
  const { missingProperty } = error.params
  if (typeof missingProperty !== 'string') return [error]
  return [{ ...error, keyword: 'required', place: `${error.place}/${escaped(missingProperty)}` }]
}

/** At the field itself; else at the question it is part of; else at the first question inside it. undefined: nobody can correct it. */
function aim(error: SchemaError, { fields }: Evaluation): (Fault & { readonly keyword: string }) | undefined {
  const { place, keyword, params } = error
  const at =
    fields.has(place) || place === ''
      ? place
      : ([...fields.keys()].filter((it) => lies(it, place)).at(-1) ??
        [...fields].find(([it, state]) => lies(place, it) && state.visible)?.[0] ??
        [...fields.keys()].find((it) => lies(place, it)))
  if (at === undefined) return { place, keyword, code: keyword, params }
  const state = fields.get(at)
  if (state === undefined) return { place: at, keyword, code: keyword, params }
  if (!state.visible) return undefined
  if (state.readonly && !state.computed && keyword === 'required') return undefined
  return {
    place: at,
    keyword,
    code: KINDS[state.field.kind].code?.(keyword, state.field) ?? keyword,
    params: plain(params),
  }
}

/** What is told of a rule is data: names, limits, formats. */
const plain = (params: SchemaError['params']): SchemaError['params'] => (isJsonObject(params) ? params : {})
