/** The questions of a form with the values one may answer, for someone who fills it from a keyboard. */
import type { Language } from '../../engine/core/text.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import type { ShownTaskDetail } from '../remote/task.ts'
import type { Terminal } from '../terminal.ts'
import { table } from './table.ts'

type ShownForm = NonNullable<ShownTaskDetail['formDefinition']>

export function formLines(form: ShownForm | undefined, { language, say }: Terminal): readonly string[] {
  if (form === undefined) return []
  const { properties, required } = form.schema
  if (!isJsonObject(properties)) return [form.title[language], '']
  const asked = Array.isArray(required) ? required : []
  const rows = Object.entries(properties).map(([name, schema]) => [
    name,
    form.texts[`/${name}`]?.label[language] ?? '',
    asked.includes(name) ? say('form.required') : '',
    valuesOf(form, name, schema, language),
  ])
  return [form.title[language], ...table([say('form.field'), say('form.label'), '', say('form.values')], rows), '']
}

function valuesOf(form: ShownForm, name: string, schema: JsonValue, language: Language): string {
  if (!isJsonObject(schema)) return ''
  const choices: unknown = schema['enum']
  if (!Array.isArray(choices)) return kindOf(schema)
  const words = form.texts[`/${name}`]?.choices ?? {}
  return choices.map((it) => `${String(it)} (${words[String(it)]?.[language] ?? ''})`).join(', ')
}

const kindOf = (schema: JsonObject): string => {
  const { type, format, const: only } = schema
  if (only !== undefined) return JSON.stringify(only)
  return [type, format].filter((it) => typeof it === 'string').join(' ')
}
