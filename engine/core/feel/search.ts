/**
 * Finding one text in another in time proportional to both, because the search built into JavaScript takes half a minute on texts made for it.
 */
import type { Meter } from './meter.ts'

/** Below this product of lengths the built-in search cannot take long. */
const smallProduct = 1_000_000

/** Where `match` begins in `text` for the first time at or after `from`, or -1. */
export function find(text: string, match: string, meter: Meter, from = 0): number {
  const quick = text.length * match.length <= smallProduct || match.length === 1
  const at = quick ? text.indexOf(match, from) : findLong(text, match, from)
  meter.charge(1 + (((at < 0 ? text.length : at) - from + match.length) >> 8))
  return at
}

/** The algorithm of Knuth, Morris and Pratt. */
function findLong(text: string, match: string, from: number): number {
  const fallback = borders(match)
  let matched = 0
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    while (matched > 0 && match.charCodeAt(matched) !== code) matched = fallback[matched - 1] ?? 0
    if (match.charCodeAt(matched) === code) matched += 1
    if (matched === match.length) return at - matched + 1
  }
  return -1
}

/** For each prefix, the length of the longest proper prefix that also ends it. */
function borders(match: string): Int32Array {
  const lengths = new Int32Array(match.length)
  let length = 0
  for (let at = 1; at < match.length; at += 1) {
    const code = match.charCodeAt(at)
    while (length > 0 && match.charCodeAt(length) !== code) length = lengths[length - 1] ?? 0
    if (match.charCodeAt(length) === code) length += 1
    lengths[at] = length
  }
  return lengths
}
