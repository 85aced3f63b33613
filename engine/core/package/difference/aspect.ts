/** How an aspect is written down in a table of them: what it is called in both languages, and what is said where it changes. */
import type { JsonValue } from '../../json.ts'
import type { Text } from '../../text.ts'
import type { Aspect } from './thing.ts'
import { quote, same, shown } from './words.ts'

/** Expressions as they stand. */
export const raw = (value: JsonValue): Text =>
  typeof value === 'string' && value.startsWith('=') ? same(value) : shown(value)

export const of = (name: string, ar: string, en: string, more: Partial<Aspect> = {}): Aspect => ({
  of: name,
  name: () => ({ ar, en }),
  show: raw,
  ...more,
})

/** Several of one beginning, each called by what follows it. */
export const each = (prefix: string, ar: string, en: string, more: Partial<Aspect> = {}): Aspect => ({
  of: prefix,
  name: (rest) => ({ ar: `${ar} ${quote(same(rest)).ar}`, en: `${en} ${quote(same(rest)).en}` }),
  show: raw,
  ...more,
})
