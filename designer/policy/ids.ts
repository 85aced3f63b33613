/** The ids of a list of workflow.json, and one that is free. */
import { isJsonObject, type JsonObject } from '../../engine/core/json.ts'
import { freeId } from './rename.ts'

function ids(page: JsonObject, key: string): readonly string[] {
  const list = page[key]
  if (!Array.isArray(list)) return []
  return list.flatMap((entry: unknown) => (isJsonObject(entry) && typeof entry['id'] === 'string' ? [entry['id']] : []))
}

export const idsIn = Object.assign(ids, {
  free: (page: JsonObject, key: string, start: string): string => freeId(ids(page, key), start),
})
