/** Files and their answers: a file that was taken is put in its place, in the shape the schema asks for; one that is removed leaves it. */
import { isJsonObject, type JsonObject, type JsonValue } from '../engine/core/json.ts'
import { evaluate } from './evaluate.ts'
import type { Fault } from './fault.ts'
import type { CompiledForm, FormContext, KnownFile } from './form.ts'
import { bounds } from './kinds/list.ts'
import { answerAt, type Place, placesIn, withAnswer } from './place.ts'
import { validate } from './validate.ts'

/** As they were where no file is asked for there, or no more. */
export function withFile(
  form: CompiledForm,
  answers: JsonObject,
  place: Place,
  given: KnownFile,
  context: FormContext,
): JsonObject {
  const state = evaluate(form, answers, context).fields.get(place)
  if (state === undefined || !state.visible || state.readonly) return answers
  const { field } = state
  if (field.kind === 'file') return withAnswer(answers, place, shaped(field.schema, given))
  if (field.kind !== 'files') return answers
  const now = answerAt(answers, place)
  const files: readonly JsonValue[] = Array.isArray(now) ? now : []
  const { items } = field.schema
  const isThere = files.some((it) => digestOf(it) === given.digest)
  if (isThere || files.length >= bounds(field).most) return answers
  return withAnswer(answers, place, [...files, shaped(isJsonObject(items) ? items : {}, given)])
}

export interface GivenFile {
  readonly place: Place
  readonly attachment: KnownFile
}

export interface Filed {
  readonly answers: JsonObject
  /** Of files for which there is no room any more. */
  readonly faults: readonly Fault[]
}

/** All of them put in their places. */
export const putFiles = (
  form: CompiledForm,
  answers: JsonObject,
  given: readonly GivenFile[],
  context: FormContext,
): Filed =>
  given.reduce<Filed>(
    (sum, { place, attachment }) => {
      const next = withFile(form, sum.answers, place, attachment, context)
      const most = next === sum.answers ? fullAt(form, next, place, attachment, context) : undefined
      const fault = most === undefined ? [] : [{ place, code: 'maxItems', params: { limit: most } }]
      return { answers: next, faults: [...sum.faults, ...fault] }
    },
    { answers, faults: [] },
  )

/** @returns how many there may be, where there are as many already and this is none of them */
function fullAt(
  form: CompiledForm,
  answers: JsonObject,
  place: Place,
  { digest }: KnownFile,
  context: FormContext,
): number | undefined {
  const field = evaluate(form, answers, context).fields.get(place)?.field
  const now = answerAt(answers, place)
  if (field?.kind !== 'files' || !Array.isArray(now) || now.some((it: JsonValue) => digestOf(it) === digest)) return
  const { most } = bounds(field)
  return now.length >= most ? most : undefined
}

/** What is wrong with the files of these questions, to be told as soon as they come. */
export function faultsAt(
  form: CompiledForm,
  answers: JsonObject,
  given: readonly GivenFile[],
  context: FormContext,
): readonly Fault[] {
  const asked = new Set(given.map(({ place }) => place))
  return asked.size === 0 ? [] : validate(form, answers, context).filter(({ place }) => asked.has(place))
}

/** The answers without their files, which no page says again. */
export function withoutFiles(form: CompiledForm, answers: JsonObject): JsonObject {
  const places = [...form.fields.values()]
    .filter(({ kind }) => kind === 'file' || kind === 'files')
    .flatMap(({ place }) => placesIn(answers, place))
  return places.reduce<JsonObject>((sum, place) => withAnswer(sum, place, undefined), answers)
}

/** The digest alone, or what the schema of an attachment names. */
function shaped(schema: JsonObject, { digest, name, size, mediaType }: KnownFile): JsonValue {
  const { properties } = schema
  if (!isJsonObject(properties)) return digest
  const said: JsonObject = { digest, name, size, mediaType }
  return Object.fromEntries(Object.entries(said).filter(([key]) => Object.hasOwn(properties, key)))
}

function digestOf(value: JsonValue): string | undefined {
  if (typeof value === 'string') return value
  return isJsonObject(value) && typeof value['digest'] === 'string' ? value['digest'] : undefined
}

/** Digests of all files the answers name, so that more can be looked up of them. */
export function digestsIn(form: CompiledForm, answers: JsonObject, context: FormContext): readonly string[] {
  return [...evaluate(form, answers, context).fields].flatMap(([place, { field }]) => {
    const value = answerAt(answers, place)
    if (value === undefined || (field.kind !== 'file' && field.kind !== 'files')) return []
    return (Array.isArray(value) ? value : [value]).flatMap((it: JsonValue) => digestOf(it) ?? [])
  })
}
