/** An id given another name everywhere in workflow.json, and the other files of the package that say the old one. */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import { TITLE_PAGE, valueAt, withKey, withValue, type Path } from './title-page.ts'

export type IdKind = 'legalBasis' | 'fees' | 'deadlines' | 'roles' | 'policy' | 'texts'

const list = (page: JsonObject, key: string): readonly JsonValue[] => {
  const value = valueAt(page, [key])
  return Array.isArray(value) ? (value as readonly JsonValue[]) : []
}

const idOf = (entry: JsonValue | undefined): JsonValue | undefined => (isJsonObject(entry) ? entry['id'] : undefined)

/** Nothing changes where the new id is taken or empty. */
export function renamed(page: JsonObject, kind: IdKind, from: string, to: string): JsonObject {
  if (to === '' || to === from) return page
  if (kind === 'roles' || kind === 'policy' || kind === 'texts') return withKey(page, [kind], from, to)
  const entries = list(page, kind)
  const at = entries.findIndex((entry) => idOf(entry) === from)
  if (at < 0 || entries.some((entry) => idOf(entry) === to)) return page
  const next = withValue(page, [kind, at, 'id'], to)
  return kind === 'legalBasis' ? withBasis(next, from, to) : next
}

/** Every agreement, fee, deadline and stop that rests on the article. */
function withBasis(page: JsonObject, from: string, to: string): JsonObject {
  return basisPlaces(page, from).reduce((next, path) => withValue(next, path, to), page)
}

/** Where workflow.json says the id of an article. */
export function basisPlaces(page: JsonObject, id: string): readonly Path[] {
  const plain = ['dataAgreements', 'fees', 'deadlines'].flatMap((key) =>
    list(page, key).flatMap((entry, index): readonly Path[] =>
      isJsonObject(entry) && entry['legalBasis'] === id ? [[key, index, 'legalBasis']] : [],
    ),
  )
  const stops = list(page, 'deadlines').flatMap((entry, index): readonly Path[] => {
    const bases = valueAt(entry, ['stop', 'legalBasis'])
    return Array.isArray(bases)
      ? bases.flatMap((basis: JsonValue, at: number): readonly Path[] =>
          basis === id ? [['deadlines', index, 'stop', 'legalBasis', at]] : [],
        )
      : []
  })
  return [...plain, ...stops]
}

/** Drawings, forms, decisions, templates and tests in which the id stands as a word of its own. */
export function filesThatSay(files: DraftFiles, id: string): readonly string[] {
  if (id === '') return []
  const word = new RegExp(
    `(?<![\\p{L}\\p{N}_.-])${id.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\p{N}_-])`,
    'u',
  )
  return [...files]
    .filter(([path, content]) => path !== TITLE_PAGE && !path.endsWith('.md') && word.test(content))
    .map(([path]) => path)
}

/** An id that is free: "fee", "fee-2", "fee-3"... */
export function freeId(taken: readonly string[], start: string): string {
  if (!taken.includes(start)) return start
  for (let number = 2; ; number++)
    if (!taken.includes(`${start}-${String(number)}`)) return `${start}-${String(number)}`
}
