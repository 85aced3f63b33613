/** What kind of question stands at a place, as the renderer would find it. */
import { isJsonObject, type JsonObject } from '../../../engine/core/json.ts'
import type { Choice } from '../../../forms/form.ts'
import { kindOf } from '../../../forms/kinds/kinds.ts'
import type { KindName } from '../../../forms/kinds/kind.ts'
import { merged } from '../../../forms/schema.ts'
import type { Pattern } from '../../../forms/place.ts'
import { schemaOf } from './fields.ts'
import { type FormJson, textsOf } from './form-file.ts'
import { listAt, objectAt } from './json/pointer.ts'
import { entryOf, optionsOf } from './layout.ts'

export const kindAt = (form: FormJson, place: Pattern): KindName =>
  kindOfSchema(form, schemaOf(form, place), optionsOf(form, place))

export function kindOfSchema(form: FormJson, schema: JsonObject, options: JsonObject): KindName {
  const items = merged(objectAt(form, '/schema'), objectAt(schema, '/items'))
  const holder = schema['type'] === 'array' ? items : schema
  return kindOf({ schema, items, options, choices: valuesIn(holder).map((value) => ({ value, label: NO_WORDS })) })
}

const NO_WORDS = { ar: '', en: '' }

/** What the schema lets one choose from. */
export const valuesIn = (schema: JsonObject): readonly Choice['value'][] => [
  ...listAt(schema, '/enum'),
  ...[...listAt(schema, '/oneOf'), ...listAt(schema, '/anyOf')].flatMap((it) =>
    isJsonObject(it) && it['const'] !== undefined ? [it['const']] : [],
  ),
]

/** With their words, where they have some. */
export function choicesAt(form: FormJson, place: Pattern): readonly Choice[] {
  const words = textsOf(form)[place]?.choices ?? {}
  return valuesIn(schemaOf(form, entryOf(form, place))).map((value) => ({
    value,
    label: words[String(value)] ?? { ar: String(value), en: String(value) },
  }))
}
