/** Every field a person sees has its label, and every choice its words, in Arabic and in English. */
import { mistake } from '../finding.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'
import type { Finding } from '../problem.ts'
import type { Text } from '../text.ts'
import { follow } from '../schema/reference.ts'

export interface FieldText {
  readonly label: Text
  readonly hint?: Text
  /** Words for each value of an enum. */
  readonly choices?: Readonly<Record<string, Text>>
  /** The author's own sentences, by the code of the fault: { "pattern": { ar, en } }. */
  readonly errors?: Readonly<Record<string, Text>>
}

/** Texts by the place of the field in the answers: "/applicant/name", and "*" for the entries of a list ("/dependants", "*", "name"). */
export type FormTexts = Readonly<Record<string, FieldText>>

/** A field of the schema: where its answer stands, and which values it may choose from. */
export interface Field {
  readonly place: string
  readonly choices: readonly string[]
  /** What all places of the schema that speak of it say together, references followed. */
  readonly schema: JsonObject
}

const COMBINERS = ['allOf', 'anyOf', 'oneOf'] as const
const BRANCHES = ['if', 'then', 'else', 'not'] as const

/** All fields, references followed; the schema passed the limits, so this ends. */
export function fieldsOf(schema: JsonObject): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>()
  visit(schema, schema, '', fields)
  return fields
}

function visit(root: JsonObject, value: JsonValue | undefined, place: string, fields: Map<string, Field>): void {
  if (!isJsonObject(value ?? null)) return
  const schema = value as JsonObject
  if (typeof schema['$ref'] === 'string') visit(root, follow(root, schema['$ref']), place, fields)
  if (place !== '' && !place.endsWith('/*')) note(place, schema, fields)
  for (const [name, inner] of Object.entries(objectAt(schema, 'properties')))
    visit(root, inner, `${place}/${escaped(name)}`, fields)
  visit(root, schema['items'], `${place}/*`, fields)
  for (const name of COMBINERS) for (const inner of listAt(schema, name)) visit(root, inner, place, fields)
  for (const name of BRANCHES) visit(root, schema[name], place, fields)
}

function note(place: string, schema: JsonObject, fields: Map<string, Field>): void {
  const constants = COMBINERS.flatMap((it) => listAt(schema, it)).map((it) =>
    isJsonObject(it) ? it['const'] : undefined,
  )
  const found = [...listAt(schema, 'enum'), ...constants].filter((it) => typeof it === 'string')
  const items = objectAt(schema, 'items')
  const inItems = listAt(items, 'enum').filter((it) => typeof it === 'string')
  const { choices = [], schema: before = {} } = fields.get(place) ?? {}
  const together = { ...schema, ...before }
  fields.set(place, { place, choices: [...new Set([...choices, ...found, ...inItems])], schema: together })
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

function objectAt(schema: JsonObject, key: string): JsonObject {
  const value = schema[key]
  return value !== undefined && isJsonObject(value) ? value : {}
}

function listAt(schema: JsonObject, key: string): readonly JsonValue[] {
  const value = schema[key]
  return Array.isArray(value) ? value : []
}

export function textFindings(file: string, fields: ReadonlyMap<string, Field>, texts: FormTexts): readonly Finding[] {
  const missing = [...fields.values()].flatMap((field) => {
    if (!Object.hasOwn(texts, field.place))
      return [
        fault(
          file,
          field.place,
          { en: 'a label in both languages', ar: 'عنوان للحقل باللغتين' },
          `"texts": { "${field.place}": { "label": { "ar": …, "en": … } } }`,
        ),
      ]
    const choices = texts[field.place]?.choices ?? {}
    return field.choices
      .filter((it) => !Object.hasOwn(choices, it))
      .map((it) =>
        fault(
          file,
          field.place,
          { en: `words for the choice "${it}" in both languages`, ar: `نص للخيار "${it}" باللغتين` },
          `"choices": { "${it}": { "ar": …, "en": … } }`,
        ),
      )
  })
  const stray = Object.keys(texts)
    .filter((it) => !fields.has(it))
    .map((it) =>
      fault(file, it, { en: 'texts for fields of the schema only', ar: 'نصوصًا لحقول المخطط فقط' }, 'remove it'),
    )
  return [...missing, ...stray]
}

function fault(file: string, place: string, expected: Text, remedy: string): Finding {
  return mistake(
    'form/texts',
    { file, place },
    {
      en: `Expected ${expected.en}, but ${place} does not fit`,
      ar: `المتوقع ${expected.ar}، لكن ${place} لا يستوفي ذلك`,
    },
    { en: `Write ${remedy}`, ar: `اكتب ‎${remedy}‎` },
  )
}
