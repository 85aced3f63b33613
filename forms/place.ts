/**
 * Where an answer stands: a JSON pointer such as "/founders/0/nameAr". The field it answers has "*" for every entry of a list: "/founders/*\/nameAr".
 */
import { forbiddenKeys, isJsonObject, type JsonObject, type JsonValue } from '../engine/core/json.ts'

/** "/founders/0/nameAr" */
export type Place = string
/** "/founders/*\/nameAr" */
export type Pattern = string

export const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')
const plain = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~')

export const partsOf = (place: Place): readonly string[] => (place === '' ? [] : place.slice(1).split('/').map(plain))

/** The place of a field of one entry: the stars of the pattern, from the left, are taken by these numbers. */
export function placeOf(pattern: Pattern, entries: readonly number[]): Place {
  if (entries.length === 0) return pattern
  let star = 0
  return pattern
    .split('/')
    .map((part) => (part === '*' && star < entries.length ? String(entries[star++]) : part))
    .join('/')
}

/** The answer at a place; undefined where nothing was answered. */
export function answerAt(answers: JsonValue | undefined, place: Place): JsonValue | undefined {
  let at: JsonValue | undefined = answers
  for (const part of partsOf(place)) {
    if (Array.isArray(at)) at = isIndex(part) ? (at as readonly JsonValue[])[Number(part)] : undefined
    else at = isJsonObject(at) && Object.hasOwn(at, part) ? at[part] : undefined
  }
  return at
}

/** The answers with this one at its place, or without it; what lies around it is made where it must be. */
export function withAnswer(answers: JsonObject, place: Place, value: JsonValue | undefined): JsonObject {
  const changed = put(answers, partsOf(place), value)
  return isJsonObject(changed) ? changed : answers
}

function put(at: JsonValue | undefined, parts: readonly string[], value: JsonValue | undefined): JsonValue | undefined {
  const [part, ...rest] = parts
  if (part === undefined) return value
  if (forbiddenKeys.has(part)) return at
  if (Array.isArray(at)) return putEntry(at as readonly JsonValue[], part, rest, value)
  if (at === undefined && value === undefined) return undefined
  const object = isJsonObject(at) ? at : {}
  const inner = put(Object.hasOwn(object, part) ? object[part] : undefined, rest, value)
  if (inner !== undefined) return { ...object, [part]: inner }
  const { [part]: _, ...others } = object
  return others
}

/** Nothing is put beyond the end of a list; an entry without a value is an empty one, so that the others keep their numbers. */
function putEntry(
  list: readonly JsonValue[],
  part: string,
  rest: readonly string[],
  value: JsonValue | undefined,
): JsonValue {
  const index = Number(part)
  if (!isIndex(part) || index >= list.length) return list
  const inner = put(list[index], rest, value)
  return list.with(index, inner ?? (rest.length > 0 ? {} : ''))
}

const isIndex = (part: string): boolean => /^(0|[1-9][0-9]{0,5})$/.test(part)

/** All places of a pattern in these answers, one for each entry. */
export function placesIn(answers: JsonObject, pattern: Pattern): readonly Place[] {
  const star = pattern.indexOf('/*')
  if (star < 0) return [pattern]
  const list = answerAt(answers, pattern.slice(0, star))
  const count = Array.isArray(list) ? list.length : 0
  return Array.from(
    { length: count },
    (_, index) => `${pattern.slice(0, star)}/${String(index)}${pattern.slice(star + 2)}`,
  ).flatMap((place) => placesIn(answers, place))
}

/** Whether a place is one of a pattern. */
export function matches(pattern: Pattern, place: Place): boolean {
  const parts = partsOf(place)
  const asked = partsOf(pattern)
  return parts.length === asked.length && asked.every((it, index) => it === parts[index] || it === '*')
}

/** The field whose answer stands there. */
export function fieldAt<It extends { readonly place: Pattern }>(
  form: { readonly fields: ReadonlyMap<Pattern, It> },
  place: Place,
): It | undefined {
  return form.fields.get(place) ?? [...form.fields.values()].find((it) => matches(it.place, place))
}

/** Whether the second place is the first or lies inside it. */
export const lies = (outer: Place, inner: Place): boolean => inner === outer || inner.startsWith(`${outer}/`)
