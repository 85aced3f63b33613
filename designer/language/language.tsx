/** In which language the designer is read: as the page came, changed without loading anything again, kept by the server. */
import { createContext, type ComponentChildren } from 'preact'
import { useCallback, useContext, useEffect, useMemo, useState } from 'preact/hooks'
import type { Language, Text } from '../../engine/core/text.ts'
import { keepLanguage } from '../server/language.ts'

export interface Reader {
  readonly language: Language
  readonly dir: 'rtl' | 'ltr'
  /** The text in the reader's language; gaps like {name} are filled. */
  say(text: Text, gaps?: Readonly<Record<string, string | number>>): string
  /** A moment, with the clock of the reader's browser; Gregorian, Western digits. */
  sayTime(at: number): string
  read(language: Language): void
}

const DIRECTION: Readonly<Record<Language, 'rtl' | 'ltr'>> = { ar: 'rtl', en: 'ltr' }
const LOCALE: Readonly<Record<Language, string>> = { ar: 'ar-u-nu-latn-ca-gregory', en: 'en-GB' }

const Context = createContext<Reader | undefined>(undefined)

export function useLanguage(): Reader {
  const reader = useContext(Context)
  if (reader === undefined) throw new Error('Expected to stand inside <InLanguage>')
  return reader
}

/** What is put in stands in its own direction: a name in the other script moves nothing around it. */
export const filled = (sentence: string, gaps: Readonly<Record<string, string | number>> = {}): string =>
  sentence.replaceAll(/\{([a-zA-Z]+)\}/g, (whole, name: string) =>
    name in gaps ? `\u2068${String(gaps[name])}\u2069` : whole,
  )

export function InLanguage({ children }: { readonly children: ComponentChildren }) {
  const [language, setLanguage] = useState<Language>(document.documentElement.lang === 'en' ? 'en' : 'ar')
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dir = DIRECTION[language]
  }, [language])
  const read = useCallback((next: Language) => {
    setLanguage(next)
    void keepLanguage(next)
  }, [])
  const reader = useMemo<Reader>(() => {
    const time = new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'medium', timeStyle: 'short' })
    return {
      language,
      dir: DIRECTION[language],
      say: (text, gaps) => filled(text[language], gaps),
      sayTime: (at) => time.format(at),
      read,
    }
  }, [language, read])
  return <Context.Provider value={reader}>{children}</Context.Provider>
}
