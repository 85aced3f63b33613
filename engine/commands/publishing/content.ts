/** What a draft would put in force: its files under the version they are published as, and the digest that is signed. */
import { isText } from '../../core/text.ts'
import type { DraftFiles } from '../../core/package/file-changes.ts'
import type { Digest } from '../../core/ids.ts'
import { isJsonObject, type JsonObject } from '../../core/json.ts'
import { digestOf } from '../../core/package/digest.ts'
import { bytesOf } from '../../core/package/draft-files.ts'
import { TITLE_PAGE, versioned } from '../../core/package/title-page.ts'
import type { SignOffRole } from '../../core/publication.ts'

/**
 * What is signed: this content in place of that version, for a signature says that the change is right. Only the version of
 * the content is left out: whoever publishes names it.
 *
 * @param inForce digest of the version it would follow; undefined: it is the first
 */
export async function signedDigest(files: DraftFiles, inForce: Digest | undefined): Promise<Digest> {
  const content = await digestOf(bytesOf(withVersion(files, '0.0.0')))
  return inForce === undefined ? content : digestOf(bytesOf(new Map(Object.entries({ content, inForce }))))
}

/** The same files under another version. */
export const withVersion = (files: DraftFiles, version: string): DraftFiles =>
  new Map(files).set(TITLE_PAGE, versioned(files.get(TITLE_PAGE) ?? '', version))

function parsed(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Who must sign, as the draft says, sound or not. */
export function rolesToSign(files: DraftFiles): readonly SignOffRole[] {
  const list = parsed(files.get(TITLE_PAGE) ?? '')?.['signOff']
  return (Array.isArray(list) ? list : []).flatMap((entry): readonly SignOffRole[] => {
    if (!isJsonObject(entry)) return []
    const { role, title } = entry
    return typeof role === 'string' && isText(title) ? [{ role, title: { ar: title.ar, en: title.en } }] : []
  })
}
