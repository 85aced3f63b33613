/**
 * What a citizen or clerk fills in. The file `forms/<id>.form.json`:
 *
 *     {
 *       "title":  { "ar": "…", "en": "…" },
 *       "schema": JSON Schema 2020-12 of the answers: an object; $ref only to places in the file, patterns for RE2,
 *       "ui":     JSON Forms UI schema (optional; without it the fields stand in the order of the schema):
 *                 VerticalLayout, HorizontalLayout, Group, Categorization of Category, Control with "scope", Label;
 *                 "label" and "text" are { ar, en }; "rule": { "effect": "SHOW", "condition": "=FEEL" }; "options" (form-options.ts),
 *       "texts":  by the place of a field in the answers, "/applicant/name", and with "*" for the entries of a list:
 *                 { "label": { ar, en }, "hint"?: { ar, en }, "choices"?: { "<value>": { ar, en } }, "errors"?: { "<code>": { ar, en } } }
 *     }
 *
 * Every property of the schema has its label and every value of an enum its words, in both languages.
 */
import { mistake } from '../finding.ts'
import { isJsonObject, type JsonObject } from '../json.ts'
import type { Finding } from '../problem.ts'
import { compileSchema, type CompiledSchema, type SchemaError } from '../schema/ajv.ts'
import { sentenceOf } from '../schema/sentence.ts'
import type { Text } from '../text.ts'
import { readJson, type Content } from './content.ts'
import { nameWithin } from './files.ts'
import fileSchema from './form.schema.json' with { type: 'json' }
import { fieldsOf, textFindings, type FormTexts } from './form-texts.ts'
import { uiFindings } from './form-ui.ts'

export interface Form {
  readonly id: string
  readonly title: Text
  readonly schema: JsonObject
  readonly ui?: JsonObject
  readonly texts: FormTexts
  /** The same judgement, as codes with what they ask. */
  faults(answers: unknown): readonly SchemaError[]
  /** Empty where the answers fit; otherwise one finding per fault, its place the pointer of the answer. Never throws. */
  validate(answers: unknown): readonly Finding[]
}

export function readForm(file: string, bytes: Uint8Array): Content<Form> {
  const json = readJson(file, bytes)
  if (!json.ok) return json
  const shape = errorsIn(judge(), json.value, file)
  if (shape.length > 0) return { ok: false, findings: shape }
  const { schema, ui, title, texts } = json.value
  if (schema === undefined || !isJsonObject(schema)) throw new Error('Expected form.schema.json to ask for a schema')
  const made = compileSchema(schema, { file, place: '/schema' }, { allErrors: true })
  if (!made.ok) return made
  const fields = fieldsOf(schema)
  const formTexts = (texts ?? {}) as unknown as FormTexts
  const findings = [...textFindings(file, fields, formTexts), ...(ui === undefined ? [] : uiFindings(file, ui, fields))]
  if (findings.length > 0) return { ok: false, findings }
  return {
    ok: true,
    value: {
      id: nameWithin(file, 'forms/', '.form.json'),
      title: title as unknown as Text,
      schema,
      ...(ui !== undefined && isJsonObject(ui) ? { ui } : {}),
      texts: formTexts,
      faults: (answers) => made.schema.validate(answers),
      validate: (answers) => errorsIn(made.schema, answers),
    },
  }
}

function errorsIn(schema: CompiledSchema, value: unknown, file?: string): readonly Finding[] {
  return schema
    .validate(value)
    .map((error) =>
      mistake(
        file === undefined ? `answers/${error.keyword}` : 'form/schema',
        { ...(file === undefined ? {} : { file }), place: error.place || '/' },
        sentenceOf(error),
        file === undefined
          ? { en: 'Correct the answer', ar: 'صحّح الإجابة' }
          : { en: 'Correct the form', ar: 'صحّح النموذج' },
      ),
    )
}

let compiled: CompiledSchema | undefined

/** Ours, so it compiles: anything else is a bug. */
function judge(): CompiledSchema {
  if (compiled) return compiled
  const made = compileSchema(fileSchema, { file: 'form.schema.json' }, { trusted: true })
  if (!made.ok)
    throw new Error(`Expected form.schema.json to compile, but ${made.findings[0]?.message ?? 'it does not'}`)
  compiled = made.schema
  return compiled
}
