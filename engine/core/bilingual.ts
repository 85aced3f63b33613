/** Names in a drawing are written "Arabic · English"; people read the one in their language. */
import type { Text } from './text.ts'

export const BETWEEN = ' · '

export const inBothLanguages = ({ ar, en }: Text): string => ar + BETWEEN + en

/** A name in one language only is the same in both. */
export function bilingual(name: string): Text {
  const at = name.indexOf(BETWEEN)
  if (at < 0) return { ar: name, en: name }
  return { ar: name.slice(0, at).trim(), en: name.slice(at + BETWEEN.length).trim() }
}
