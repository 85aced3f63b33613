/** Invented answers that fit a form: what is asked is answered by its kind and schema, as far as that can be guessed. */
import { evaluate } from '../../forms/evaluate.ts'
import type { CompiledForm, Field, FormContext } from '../../forms/form.ts'
import { withAnswer } from '../../forms/place.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'

const MOST_ROUNDS = 6

/** What an answer makes appear is answered in the next round. */
export function sampleAnswers(form: CompiledForm, begun: JsonObject, context: FormContext): JsonObject {
  let answers = begun
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = answered(form, answers, context)
    if (next === answers) break
    answers = next
  }
  return evaluate(form, answers, context).answers
}

function answered(form: CompiledForm, answers: JsonObject, context: FormContext): JsonObject {
  const { fields } = evaluate(form, answers, context)
  return form.top.reduce<JsonObject>((sum, field) => {
    const state = fields.get(field.place)
    const name = field.place.slice(1)
    if (!state?.visible || state.readonly || !state.required || Object.hasOwn(sum, name)) return sum
    const offered = state.choices[0]?.value
    const value =
      field.choices.length > 0 || offered !== undefined
        ? (offered ?? sampleOf(field, context))
        : sampleOf(field, context)
    return value === undefined
      ? sum
      : withAnswer(sum, field.place, field.schema['type'] === 'array' && !Array.isArray(value) ? [value] : value)
  }, answers)
}

const DIGITS = '0123456789abcdef'

/** A digest nobody has a file for: the server takes it as given. */
export const digestFor = (name: string): string =>
  Array.from(
    { length: 64 },
    (_, index) => DIGITS[(name.charCodeAt(index % Math.max(name.length, 1)) + index * 7) % 16] ?? '0',
  ).join('')

function sampleOf(field: Field, context: FormContext): JsonValue | undefined {
  const { schema, kind } = field
  const first = field.choices[0]
  if (first !== undefined) return first.value
  switch (kind) {
    case 'nationalId':
      return '900000001'
    case 'phone':
      return '+970590000000'
    case 'email':
      return 'somebody@example.org'
    case 'iban':
      return 'PS92PALS000000000400123456702'
    case 'date':
      return new Date(context.now).toISOString().slice(0, 10)
    case 'file':
      return fileIn(schema)
    case 'files':
      return [fileIn(isJsonObject(schema['items']) ? schema['items'] : {})]
    case 'money':
      return { amount: '10.00', currency: 'ILS' }
    case 'signature':
      return context.person === undefined ? undefined : { by: context.person, at: new Date(context.now).toISOString() }
    default:
      return field.inner.length > 0 && schema['type'] === 'object'
        ? objectOf(field, context)
        : plain(schema, field, context)
  }
}

const objectOf = (field: Field, context: FormContext): JsonObject =>
  Object.fromEntries(
    field.inner
      .filter(({ required }) => required)
      .flatMap((inner) => {
        const value = sampleOf(inner, context)
        return value === undefined ? [] : [[inner.place.slice(inner.place.lastIndexOf('/') + 1), value] as const]
      }),
  )

function plain(schema: JsonObject, field: Field, context: FormContext): JsonValue | undefined {
  if (schema['const'] !== undefined) return schema['const']
  const least = numberAt(schema, 'minimum') ?? numberAt(schema, 'exclusiveMinimum')
  switch (schema['type']) {
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return (least ?? 0) + (schema['exclusiveMinimum'] === undefined && least !== undefined ? 0 : 1)
    case 'array': {
      const entry = field.entry ? sampleOf(field.entry, context) : objectOf(field, context)
      return entry === undefined ? [] : Array.from({ length: numberAt(schema, 'minItems') ?? 1 }, () => entry)
    }
    case 'string':
      return textOf(schema, context)
    default:
      return undefined
  }
}

function textOf(schema: JsonObject, { language }: FormContext): string {
  const text = language === 'ar' ? 'تجربة' : 'A try'
  const least = numberAt(schema, 'minLength') ?? 0
  const most = numberAt(schema, 'maxLength') ?? Infinity
  return text.padEnd(Math.min(Math.max(least, text.length), most), '.').slice(0, most)
}

const numberAt = (schema: JsonObject, name: string): number | undefined => {
  const value = schema[name]
  return typeof value === 'number' ? value : undefined
}

function fileIn(schema: JsonObject): JsonValue {
  const said: JsonObject = { digest: digestFor('file'), name: 'file.pdf', size: 15, mediaType: 'application/pdf' }
  const { properties } = schema
  return isJsonObject(properties)
    ? Object.fromEntries(Object.entries(said).filter(([key]) => Object.hasOwn(properties, key)))
    : (said['digest'] ?? '')
}
