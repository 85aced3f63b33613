/** What a draft would put in force: its files under the version they are published as, and the digest that is signed. */
import { isText } from '../../core/text.ts'
import type { DraftFiles } from '../../core/package/file-changes.ts'
import type { Digest } from '../../core/ids.ts'
import { isJsonObject, type JsonObject } from '../../core/json.ts'
import { digestOf } from '../../core/package/digest.ts'
import { bytesOf } from '../../core/package/draft-files.ts'
import { renamed, TITLE_PAGE } from '../../core/package/title-page.ts'
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

/** The same files under another version; where only that can be replaced in place, nothing else is set anew. */
export function withVersion(files: DraftFiles, version: string): DraftFiles {
  const text = files.get(TITLE_PAGE) ?? ''
  const whole = renamed(text, { version })
  const inPlace = text.replace(/("version"\s*:\s*")[^"\\]*(")/, `$1${version}$2`)
  return new Map(files).set(TITLE_PAGE, sameJson(inPlace, whole) ? inPlace : whole)
}

function sameJson(one: string, other: string): boolean {
  const [left, right] = [parsed(one), parsed(other)]
  return left !== undefined && JSON.stringify(left) === JSON.stringify(right)
}

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
