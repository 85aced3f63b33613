/** Everything the command line says, in the language of the person at the keyboard. */
import type { Language } from '../../engine/core/text.ts'
import { ar } from './ar.ts'
import { en } from './en.ts'

export type TextKey = keyof typeof en

/** The sentence of this key with its {places} filled. */
export type Say = (key: TextKey, values?: Readonly<Record<string, string | number>>) => string

const CATALOGUES: Readonly<Record<Language, Readonly<Record<TextKey, string>>>> = { ar, en }

export function sayIn(language: Language): Say {
  const catalogue = CATALOGUES[language]
  return (key, values = {}) =>
    catalogue[key].replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
}
