/** Says what the drawing library says in the reader's language. */
import type { Language } from '../../../engine/core/text.ts'
import { CANVAS_WORDS } from './canvas-words.ts'

type Translate = (words: string, gaps?: Readonly<Record<string, string>>) => string

/** What the library said and nobody has written in Arabic: kept so that a test can ask for it. */
export const untranslated: Set<string> = new Set()

export function translateInto(language: () => Language): Translate {
  return (words, gaps = {}) => {
    const arabic = CANVAS_WORDS[words]
    if (arabic === undefined && words !== '') untranslated.add(words)
    const said = language() === 'ar' ? (arabic ?? words) : words
    return said.replaceAll(/\{([^}]+)\}/g, (whole, name: string) => gaps[name] ?? whole)
  }
}

export const translateModule = (language: () => Language) => ({ translate: ['value', translateInto(language)] })
