/** What a question that asks for files takes, by its form: judged while a file comes, before anything of it is kept. */
import type { WantedFile } from '../engine/core/attachment.ts'
import { isJsonObject, type JsonObject } from '../engine/core/json.ts'
import type { Problem } from '../engine/core/problem.ts'
import type { Fault } from './fault.ts'
import type { CompiledForm } from './form.ts'
import { bounds } from './kinds/list.ts'
import { fieldAt, type Place } from './place.ts'

export interface FileLimits extends WantedFile {
  /** How many. */
  readonly most: number
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

/**
 * Why a file was not taken, in the words of the question where the question is why.
 *
 * @param maxBytes of any file
 */
export function fileFault(place: Place, { code }: Problem, limits: FileLimits | undefined, maxBytes: number): Fault {
  if (limits?.mediaTypes && code === 'attachment.kind')
    return { place, code: 'fileKind', params: { allowedValues: limits.mediaTypes } }
  if (limits?.maxBytes !== undefined && code === 'attachment.too-large')
    return { place, code: 'fileSize', params: { limit: Math.min(limits.maxBytes, maxBytes) } }
  return { place, code, params: {} }
}
