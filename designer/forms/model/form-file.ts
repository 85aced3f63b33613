/**
 * A form while it is being built: the file `forms/<id>.form.json` as one JSON value (`engine/core/package/form.ts` says what may stand in it). Commands make another value of it;
 * the text is written from that with everything nobody changed left as it was (`json/rewrite.ts`).
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../engine/core/json.ts'
import { isText, type Text } from '../../../engine/core/text.ts'
import type { FieldText, FormSource } from '../../../forms/form.ts'
import { objectAt } from './json/pointer.ts'
import { rewritten, written } from './json/rewrite.ts'
import { type JsonSource, readSource } from './json/source.ts'

/** The whole file. */
export type FormJson = JsonObject

export type ReadForm =
  | { readonly ok: true; readonly form: FormJson; readonly source: JsonSource }
  | { readonly ok: false; readonly reason: Text }

export function readFormText(text: string): ReadForm {
  const read = readSource(text)
  if (!read.ok)
    return {
      ok: false,
      reason: { ar: `الملف ليس JSON سليمًا: ${read.reason}`, en: `The file is not JSON: ${read.reason}` },
    }
  const form = read.source.root.value
  if (!isJsonObject(form) || !isJsonObject(form['schema']))
    return {
      ok: false,
      reason: { ar: 'يجب أن يكون النموذج كائنًا فيه schema', en: 'Expected a form to be an object with a schema' },
    }
  return { ok: true, form, source: read.source }
}

export const formText = (source: JsonSource, form: FormJson): string => rewritten(source, form)

export const formPath = (id: string): string => `forms/${id}.form.json`
export const formIdOf = (path: string): string | undefined => /^forms\/([^/]+)\.form\.json$/.exec(path)?.[1]

/** A form without questions. */
export const newFormText = (title: Text): string =>
  `${written({
    title: { ...title },
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
      properties: {},
    },
    ui: { type: 'VerticalLayout', elements: [] },
    texts: {},
  })}\n`

/** What the renderer takes; a form that is half written has what can be had of it. */
export function sourceOf(id: string, form: FormJson): FormSource {
  const { title, ui } = form
  return {
    id,
    title: isText(title) ? title : { ar: id, en: id },
    schema: objectAt(form, '/schema'),
    ...(isJsonObject(ui) ? { ui } : {}),
    texts: textsOf(form),
  }
}

export function textsOf(form: FormJson): Readonly<Record<string, FieldText>> {
  const known = Object.entries(objectAt(form, '/texts')).flatMap(([place, it]): [string, FieldText][] =>
    isFieldText(it) ? [[place, it]] : [],
  )
  return Object.fromEntries(known)
}

const isFieldText = (value: JsonValue): value is JsonObject & FieldText => isJsonObject(value) && isText(value['label'])
