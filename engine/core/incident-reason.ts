/**
 * Why an application stands still, said in Arabic. What stops it writes one sentence, in English, that is kept with the incident;
 * here stands the same in Arabic, piece by piece. What somebody has written stays as it is, from left to right.
 */
import { feelInArabic } from './feel/arabic.ts'
import type { Language } from './text.ts'
import { ASKED, SENTENCES, WANTED, type Told } from './incident-sentences.ts'

/** To a reader of this language; what nobody has put into it stays as it was said. */
export const reasonTo = (reason: string, language: Language): string =>
  (language === 'ar' ? reasonInArabic(reason) : undefined) ?? reason

/** @returns undefined for a sentence nobody has put into Arabic */
export function reasonInArabic(reason: string): string | undefined {
  const own = told(reason, SENTENCES)
  if (own !== undefined) return own
  const said = feelInArabic(reason)
  return said === reason ? undefined : said
}

function told(sentence: string, all: readonly Told[]): string | undefined {
  for (const [english, arabic] of all) {
    const found = english.exec(sentence)
    if (found)
      return arabic.replaceAll(/\{(\w+?)(?::(\w+))?\}/g, (_, name: string, kind: string | undefined) =>
        inside(found.groups?.[name] ?? '', kind),
      )
  }
  return undefined
}

function inside(text: string, kind: string | undefined): string {
  if (kind === 'reason') return reasonInArabic(text) ?? written(text)
  if (kind === 'asked') return told(text, ASKED) ?? written(text)
  if (kind === 'wanted') return told(text, WANTED) ?? written(text)
  return text === '' ? '' : written(text)
}

const written = (text: string): string => `\u2066${text}\u2069`
