/** The national field library as it lies on the shelf: each definition with its samples. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JsonObject } from '../../engine/core/json.ts'
import { readForm, type Form } from '../../engine/core/package/form.ts'
import type { Text } from '../../engine/core/text.ts'

const ROOM = join(import.meta.dirname, '../../forms')
const LIBRARY = join(ROOM, 'library')

export interface Definition {
  /** "national-id" of national-id.form.json. */
  readonly id: string
  readonly bytes: Uint8Array
  readonly form: FormFile
  readonly samples: Samples
}

/** The file as its author wrote it. */
export interface FormFile {
  readonly title: Text
  readonly schema: FormSchema
  readonly ui: { readonly type: string; readonly elements: readonly JsonObject[] }
  readonly texts: JsonObject
}

export type FormSchema = JsonObject & {
  readonly required: readonly string[]
  readonly properties: JsonObject
  readonly $defs: JsonObject
}

export interface Samples {
  readonly valid: readonly { readonly title: Text; readonly answers: JsonObject }[]
  /** `faults`: all of them, each with the place of the answer and the keyword it breaks. */
  readonly invalid: readonly {
    readonly title: Text
    readonly answers: JsonObject
    readonly faults: readonly { readonly place: string; readonly keyword: string }[]
  }[]
}

export const FILES: readonly string[] = readdirSync(LIBRARY).sort()

export const DEFINITIONS: readonly Definition[] = FILES.filter((it) => it.endsWith('.form.json')).map((file) => {
  const id = file.slice(0, -'.form.json'.length)
  const bytes = readFileSync(join(LIBRARY, file))
  return {
    id,
    bytes,
    form: JSON.parse(bytes.toString('utf8')) as FormFile,
    samples: JSON.parse(readFileSync(join(LIBRARY, `${id}.samples.json`), 'utf8')) as Samples,
  }
})

export const README = readFileSync(join(ROOM, 'README.md'), 'utf8')

export function definition(id: string): Definition {
  const found = DEFINITIONS.find((it) => it.id === id)
  if (!found) throw new Error(`Expected a definition ${id} in forms/library, but found none`)
  return found
}

/** As a package would read it. */
export function read({ id, bytes }: Definition): Form {
  const content = readForm(`forms/${id}.form.json`, bytes)
  if (!content.ok) throw new Error(JSON.stringify(content.findings, undefined, 2))
  return content.value
}
