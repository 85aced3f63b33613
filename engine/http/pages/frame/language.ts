/** In which language a page is read: the one its reader took, else the one their browser asks for, else Arabic. */
import type { FastifyRequest } from 'fastify'
import { LANGUAGES, type Language, type Text } from '../../../core/text.ts'
import { languageOf } from '../../language.ts'

export const DIRECTION: Readonly<Record<Language, 'rtl' | 'ltr'>> = { ar: 'rtl', en: 'ltr' }

export function languageOfPage(request: FastifyRequest): Language {
  const taken = request.server.cookies.get(request, 'masar-lang')
  return LANGUAGES.find((language) => language === taken) ?? languageOf(request)
}

export type Words = Readonly<Record<string, Text>>

/** All sentences of a page in one language: `const say = wordsIn(WORDS, language)`, then `say.title`. */
export function wordsIn<W extends Words>(words: W, language: Language): Readonly<Record<keyof W, string>> {
  const entries = Object.entries(words).map(([name, text]) => [name, text[language]])
  return Object.fromEntries(entries) as Record<keyof W, string>
}
