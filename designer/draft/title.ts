/** What a service is called, as its workflow.json says, where that can be read. */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import { isJsonObject, type JsonValue } from '../../engine/core/json.ts'
import type { Language } from '../../engine/core/text.ts'

export function titleIn(files: DraftFiles, language: Language): string | undefined {
  const title = workflowIn(files)?.['title']
  if (!isJsonObject(title)) return undefined
  const [own, other] = language === 'ar' ? [title['ar'], title['en']] : [title['en'], title['ar']]
  return [own, other].find((text): text is string => typeof text === 'string' && text.trim() !== '')
}

export function workflowIn(files: DraftFiles): Readonly<Record<string, JsonValue>> | undefined {
  try {
    const read: unknown = JSON.parse(files.get('workflow.json') ?? '')
    return isJsonObject(read) ? read : undefined
  } catch {
    return undefined
  }
}
