/**
 * The search of the canvas and of its menus, which finds a name as an Arab types it: any hamza, teh marbuta for heh, without vowel signs.
 *
 * The library searches the folded text; what it found is shown in the letters of the name.
 */
import librarySearch from 'diagram-js/lib/features/search/search.js'
import { folded } from '../../../engine/core/spelling.ts'

/** Texts by name, and whatever else belongs to it. */
export type Searched = Readonly<Record<string, unknown>>

interface Token {
  readonly value: string
  readonly index: number
  readonly match?: boolean
}

export interface Found {
  readonly item: Searched
  /** Of several texts under a name: a list for each. */
  readonly tokens: Readonly<Record<string, readonly (Token | readonly Token[])[]>>
}

/** A text as it is searched, and where each of its letters stood. */
interface Folded {
  readonly text: string
  /** Offset in the text as it was written; one more than there are letters. */
  readonly from: readonly number[]
}

export function foldedWithPlaces(text: string): Folded {
  const from: number[] = []
  let all = ''
  let at = 0
  for (const letter of text) {
    const next = /\s/.test(letter) ? ' ' : folded(letter)
    for (let count = 0; count < next.length; count++) from.push(at)
    all += next
    at += letter.length
  }
  return { text: all, from: [...from, text.length] }
}

export function search(items: readonly Searched[], pattern: string, { keys }: { readonly keys: readonly string[] }) {
  const wanted = folded(pattern)
  if (wanted === '') return []
  const asked = items.map((item, index) => ({
    ...Object.fromEntries(keys.flatMap((key) => foldedUnder(item, key))),
    [INDEX]: String(index),
  }))
  return librarySearch(asked, wanted, { keys }).map((found): Found => {
    const item = items[Number(found.item[INDEX])] ?? {}
    const tokens = Object.entries(found.tokens).map(([key, it]) => [key, asWritten(it, item[key])])
    return { item, tokens: Object.fromEntries(tokens) }
  })
}

/** No name that is searched under. */
const INDEX = '#'

function foldedUnder(item: Searched, key: string): readonly (readonly [string, string | string[]])[] {
  const value = item[key]
  if (typeof value === 'string') return [[key, foldedWithPlaces(value).text]]
  return isTexts(value) ? [[key, value.map((it) => foldedWithPlaces(it).text)]] : []
}

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((it) => typeof it === 'string')

function asWritten(found: readonly (Token | Token[])[], written: unknown): Found['tokens'][string] {
  const texts = typeof written === 'string' ? [written] : isTexts(written) ? written : []
  const places = texts.map(foldedWithPlaces)
  return found.map((it, index) =>
    Array.isArray(it)
      ? it.map((token) => tokenAsWritten(token, texts[index], places[index]))
      : tokenAsWritten(it, texts[0], places[0]),
  )
}

function tokenAsWritten(token: Token, text: string | undefined, places: Folded | undefined): Token {
  if (text === undefined || places === undefined) return token
  const [start, end] = [places.from[token.index] ?? 0, places.from[token.index + token.value.length] ?? text.length]
  // A sign before the first letter stays where it was written.
  return { ...token, index: start, value: text.slice(token.index === 0 ? 0 : start, end) }
}

/** In the place of the library's own. */
export const searchModule = { search: ['value', search] }
