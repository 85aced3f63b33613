/**
 * Finding an application by what people say on the telephone: its reference number, the applicant's number, a name.
 *
 * The reference number and the applicant are found always. What else is searched (names, numbers of the persons
 * concerned) each package says itself, as pointers into the variables of its procedure, and only within the agency. Words
 * are kept as people type them: without vowel signs, with one form of alef, yeh and teh marbuta, digits Latin, small
 * letters. An application is found by the words it knows now; it stays to be found after it ended.
 */
import type { AgencyId, InstanceId, LocalId } from './ids.ts'
import type { InstanceState } from './instance.ts'
import { isJsonObject, type JsonObject, type JsonValue } from './json.ts'
import type { Page } from './page.ts'

export interface SearchQuery {
  readonly agency: AgencyId
  /** As wordsOf gives them: all of them must stand with the application. */
  readonly words: readonly string[]
  readonly after?: string
  /** 1 to 200. */
  readonly limit: number
}

export interface SearchStore {
  /** Newest application first; of several words that are all common, among the newest 20,000. */
  find(query: SearchQuery): Promise<Page<InstanceId>>
  /** Those with a word that only begins like each one asked for; newest first among the first 2,000 looked at. */
  findBeginning(query: Omit<SearchQuery, 'after'>): Promise<readonly InstanceId[]>
}

const LONGEST_WORD = 40
const MOST_WORDS = 40

const FOLDED: readonly (readonly [RegExp, string])[] = [
  [/[\u0640\u064B-\u065F\u0670]/g, ''],
  [/[\u0622\u0623\u0625\u0671]/g, '\u0627'],
  [/\u0649/g, '\u064A'],
  [/\u0629/g, '\u0647'],
]

/** The words of a text as they are kept and looked for, each once; words of one letter are none. */
export function wordsOf(text: string): readonly string[] {
  let folded = text.normalize('NFKC').toLowerCase()
  for (const [pattern, letter] of FOLDED) folded = folded.replace(pattern, letter)
  folded = folded.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
  const words = folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 1)
  return [...new Set(words.map((word) => word.slice(0, LONGEST_WORD)))]
}

const ROOT = '1' as LocalId

/** Their number; of a company its name too, and the number of who acts for it. */
const APPLICANT = [
  '/application/applicant/id',
  '/application/applicant/company',
  '/application/applicant/nationalId',
] as const

/** What changes in the words of an application; undefined where nothing does. */
export function reindexed(
  pointers: readonly string[],
  before: InstanceState | undefined,
  after: InstanceState,
): { readonly add: readonly string[]; readonly remove: readonly string[] } | undefined {
  const known = after.elements[ROOT]?.variables
  const was = before?.elements[ROOT]?.variables ?? {}
  if (known === undefined || was === known) return undefined
  const [oldTexts, newTexts] = [textsAt(pointers, was), textsAt(pointers, known)]
  if (oldTexts.join('\n') === newTexts.join('\n')) return undefined
  const [old, now] = [wordsIn(oldTexts), wordsIn(newTexts)]
  const add = now.filter((word) => !old.includes(word))
  const remove = old.filter((word) => !now.includes(word))
  return add.length + remove.length === 0 ? undefined : { add, remove }
}

const textsAt = (pointers: readonly string[], variables: JsonObject): readonly string[] =>
  [...APPLICANT, ...pointers].flatMap((pointer) => textsIn(valueAt(pointer, variables)))

const wordsIn = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts.flatMap(wordsOf))].slice(0, MOST_WORDS)

function valueAt(pointer: string, variables: JsonObject): JsonValue | undefined {
  let value: JsonValue | undefined = variables
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~')
    value = value !== undefined && isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
  }
  return value
}

/** A name is often {ar, en}, or in parts. */
function textsIn(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'number') return [String(value)]
  return value !== undefined && isJsonObject(value) ? Object.values(value).flatMap(textsIn) : []
}
