/** Files and their answers: a file that was taken is put in its place, in the shape the schema asks for; one that is removed leaves it. */
import { isJsonObject, type JsonObject, type JsonValue } from '../engine/core/json.ts'
import { evaluate } from './evaluate.ts'
import type { CompiledForm, FormContext, KnownFile } from './form.ts'
import { bounds } from './kinds/list.ts'
import { answerAt, type Place, withAnswer } from './place.ts'

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
