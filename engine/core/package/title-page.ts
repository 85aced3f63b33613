/** What the title page of a package says where it can be read at all: a draft's may be half written. */
import { isPackageId } from '../ids.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../json.ts'
import type { Text } from '../text.ts'

export const TITLE_PAGE = 'workflow.json'

export interface TitlePage {
  readonly packageId?: string
  readonly version?: string
  readonly title?: Text
}

const LONGEST_TITLE = 300

export function titlePageOf(text: string | undefined): TitlePage {
  const page = objectIn(text)
  const { id, version, title = null } = page
  const { ar, en } = isJsonObject(title) ? title : {}
  const said = typeof ar === 'string' || typeof en === 'string'
  return {
    ...(typeof id === 'string' && isPackageId(id) && { packageId: id }),
    ...(typeof version === 'string' && { version }),
    ...(said && { title: { ar: titleIn(ar), en: titleIn(en) } }),
  }
}

/** "id@version", as packages name those they use; undefined where it says neither. */
export function nameOnTitlePage(text: string): string | undefined {
  const { packageId, version } = titlePageOf(text)
  return packageId === undefined || version === undefined ? undefined : `${packageId}@${version}`
}

/** Versions by id of the packages it uses, as written. */
export function usesOnTitlePage(text: string): JsonObject {
  const { uses = null } = objectIn(text)
  return isJsonObject(uses) ? uses : {}
}

const titleIn = (value: JsonValue | undefined): string =>
  typeof value === 'string' ? value.slice(0, LONGEST_TITLE) : ''

function objectIn(text: string | undefined): JsonObject {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return isJsonObject(value) ? value : {}
  } catch {
    return {}
  }
}

/** The same title page under other names, in the order it was written; what cannot be read stays as it is. */
export function renamed(text: string, names: JsonObject): string {
  const page = objectIn(text)
  return Object.keys(page).length === 0 ? text : jsonText({ ...page, ...names })
}

/** The same title page under another version; where only that can be replaced in place, nothing else is set anew. */
export function versioned(text: string, version: string): string {
  const whole = renamed(text, { version })
  const inPlace = text.replace(/("version"\s*:\s*")[^"\\]*(")/, `$1${version}$2`)
  return JSON.stringify(objectIn(inPlace)) === JSON.stringify(objectIn(whole)) && whole !== text ? inPlace : whole
}

/** As the designer writes it: two spaces, and a line end. */
export const jsonText = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`
