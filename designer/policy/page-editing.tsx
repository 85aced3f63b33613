/** workflow.json as the fields of the forms see it: a value at a place, a way to change it, what is wrong with it. */
import type { DraftFiles } from '../../engine/core/package/file-changes.ts'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import type { Language, Text } from '../../engine/core/text.ts'
import type { Findings } from '../check/findings.ts'
import { toldTo } from '../check/wording.ts'
import type { DraftSession } from '../draft/session.ts'
import { drawingsRenamed } from './drawings-follow.ts'
import { renamed, type IdKind } from './rename.ts'
import { pointerOf, readTitlePage, TITLE_PAGE, valueAt, withValue, writtenTitlePage, type Path } from './title-page.ts'

export interface PageEditing {
  readonly page: JsonObject
  readonly files: DraftFiles
  readonly session: DraftSession
  readonly readonly: boolean
  get(path: Path): JsonValue | undefined
  text(path: Path): string
  both(path: Path): Text
  list(path: Path): readonly JsonValue[]
  /** Keys of an object, in its order. */
  keys(path: Path): readonly string[]
  /** undefined takes the value away. What is typed at one place in a row is one step. */
  set(path: Path, value: JsonValue | undefined): void
  /** A step of its own, made of the page as it is then. */
  replace(change: (page: JsonObject) => JsonObject): void
  /** In the page and in the drawings, as one step. */
  rename(kind: IdKind, from: string, to: string): void
  errorAt(path: Path): string | undefined
  readonly go: (view: string, ...at: readonly string[]) => void
}

export const Editing = createContext<PageEditing | undefined>(undefined)

export function useEditing(): PageEditing {
  const editing = useContext(Editing)
  if (editing === undefined) throw new Error('Expected to stand inside the forms of the policy')
  return editing
}

interface Parts {
  readonly session: DraftSession
  readonly files: DraftFiles
  readonly page: JsonObject
  readonly label: Text
  readonly findings: Findings
  readonly language: Language
  readonly go: PageEditing['go']
}

export function editingOf({ session, files, page, label, findings, language, go }: Parts): PageEditing {
  // Of the page as it is now: two fields are left faster than the page is drawn.
  const save = (
    change: (page: JsonObject) => JsonObject,
    merge?: string,
    others: Iterable<readonly [string, string]> = [],
  ): void => {
    const written = session.files.get(TITLE_PAGE)
    const now = readTitlePage(written) ?? page
    const next = change(now)
    if (next !== now) session.change(label, new Map([...others, [TITLE_PAGE, writtenTitlePage(next, written)]]), merge)
  }
  const get = (path: Path): JsonValue | undefined => valueAt(page, path)
  return {
    page,
    files,
    session,
    go,
    readonly: session.saving.kind === 'readonly',
    get,
    text: (path) => textOf(get(path)),
    both(path) {
      const value = get(path)
      return isJsonObject(value) ? { ar: textOf(value['ar']), en: textOf(value['en']) } : { ar: '', en: '' }
    },
    list(path) {
      const value = get(path)
      return Array.isArray(value) ? (value as readonly JsonValue[]) : []
    },
    keys(path) {
      const value = get(path)
      return isJsonObject(value) ? Object.keys(value) : []
    },
    set: (path, value) => save((now) => withValue(now, path, value), `policy ${path.join('/')}`),
    replace: (change) => save(change),
    rename: (kind, from, to) =>
      save((now) => renamed(now, kind, from, to), undefined, drawingsRenamed(session.files, kind, from, to)),
    errorAt(path) {
      const [finding] = findings.at(TITLE_PAGE, pointerOf(path))
      if (finding === undefined) return undefined
      return toldTo(finding, files, language).message
    },
  }
}

const textOf = (value: JsonValue | undefined): string => (typeof value === 'string' ? value : '')
