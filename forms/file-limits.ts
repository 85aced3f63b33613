/** What a question that asks for files takes, by its form: judged while a file comes, before anything of it is kept. */
import { isJsonObject, type JsonObject } from '../engine/core/json.ts'
import type { CompiledForm } from './form.ts'
import { bounds } from './kinds/list.ts'
import { fieldAt, type Place } from './place.ts'

export interface FileLimits {
  /** How many. */
  readonly most: number
  readonly maxBytes?: number
  readonly mediaTypes?: readonly string[]
}

/** undefined: no file is asked for there. */
export function fileLimits(form: CompiledForm, place: Place): FileLimits | undefined {
  const field = fieldAt(form, place)
  if (field?.kind === 'file') return { most: 1, ...limitsIn(field.schema, field.options) }
  if (field?.kind !== 'files') return undefined
  const { items } = field.schema
  return { most: bounds(field).most, ...limitsIn(isJsonObject(items) ? items : {}, field.options) }
}

/** By the schema of an attachment; by what the layout offers where the answer is the digest alone. */
function limitsIn(schema: JsonObject, { accept }: JsonObject): Omit<FileLimits, 'most'> {
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {}
  const [size, mediaType] = [properties['size'], properties['mediaType']]
  const maxBytes = isJsonObject(size) ? size['maximum'] : undefined
  const named = isJsonObject(mediaType) ? (mediaType['enum'] ?? [mediaType['const'] ?? []].flat()) : accept
  return {
    ...(typeof maxBytes === 'number' && { maxBytes }),
    ...(Array.isArray(named) && named.length > 0 && { mediaTypes: named.map(String) }),
  }
}
