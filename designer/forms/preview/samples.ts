/** Answers a form takes, for a look at it filled in: an example for every kind of question. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/core/json.ts'
import type { CompiledForm, Field } from '../../../forms/form.ts'
import { listAt, objectAt } from '../../../forms/schema.ts'
import { isGroup, isList } from '../../../forms/kinds/kinds.ts'

const WORDS = 'مثال'
const FILE_NAME = 'مثال.pdf'
const EXAMPLES: Readonly<Record<string, JsonValue>> = {
  text: WORDS,
  longText: WORDS,
  location: WORDS,
  date: '1994-03-12',
  time: '09:30',
  yesNo: true,
  declaration: true,
  nationalId: '400000014',
  phone: '+970590000000',
  email: 'example@example.ps',
  iban: 'PS92PALS000000000400123456702',
  money: { amount: '25.00', currency: 'ILS' },
}

export const samplesOf = (form: CompiledForm): JsonObject => objectOf(form.top)

const objectOf = (fields: readonly Field[]): JsonObject =>
  Object.fromEntries(
    fields.flatMap((field): [string, JsonValue][] => {
      const value = sampleOf(field)
      return value === undefined ? [] : [[field.place.slice(field.place.lastIndexOf('/') + 1), value]]
    }),
  )

function sampleOf(field: Field): JsonValue | undefined {
  const [first] = field.choices
  if (field.when.computed !== undefined) return undefined
  if (isGroup(field.kind)) return objectOf(field.inner)
  if (field.kind === 'file') return fileOf(field.schema)
  if (field.kind === 'files') return [fileOf(objectAt(field.schema, 'items'))]
  if (isList(field.kind)) return field.entry === undefined ? [objectOf(field.inner)] : [sampleOf(field.entry) ?? WORDS]
  if (field.kind === 'number') return typeof field.schema['minimum'] === 'number' ? field.schema['minimum'] : 1
  if (first !== undefined) return field.kind === 'severalOf' ? [first.value] : first.value
  return EXAMPLES[field.kind]
}

/** A file as its answer has it: the digest alone, or what the schema names beside it. */
function fileOf(schema: JsonObject): JsonValue {
  const digest = '0'.repeat(64)
  const { properties } = schema
  if (properties === undefined || !isJsonObject(properties)) return digest
  const [kind = 'application/pdf'] = listAt(objectAt(properties, 'mediaType'), 'enum')
  const all: JsonObject = { digest, name: FILE_NAME, size: 120_000, mediaType: kind }
  return Object.fromEntries(Object.entries(all).filter(([key]) => Object.hasOwn(properties, key)))
}
