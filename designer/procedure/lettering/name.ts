/** Names on a diagram: shown in one language or both, and edited in the language shown without losing the other. */
import { BETWEEN, bilingual, inBothLanguages } from '../../../engine/core/bilingual.ts'
import type { Language, Text } from '../../../engine/core/text.ts'

export type Shown = Language | 'both'
export const SHOWN = ['ar', 'en', 'both'] as const satisfies readonly Shown[]

export const isBilingual = (name: string): boolean => name.includes(BETWEEN)

/** Each line or language by itself, in the order it is read. */
export function shownParts(name: string, shown: Shown): readonly string[] {
  if (!isBilingual(name)) return [name]
  const text = bilingual(name)
  return shown === 'both' ? [text.ar, text.en].filter((it) => it !== '') : [text[shown]]
}

export const shownName = (name: string, shown: Shown): string =>
  shownParts(name, shown).join(shown === 'both' ? '\n' : '')

/** The whole name once its shown part reads `typed`; empty: there is none left. */
export function editedName(name: string, shown: Shown, typed: string): string {
  const text = typed.trim()
  if (text.includes(BETWEEN)) return text
  return shown === 'both' ? editedInBoth(name, text) : editedIn(name, shown, text)
}

function editedIn(name: string, shown: Language, typed: string): string {
  const other = shown === 'ar' ? 'en' : 'ar'
  const kept = isBilingual(name) ? bilingual(name)[other] : languageOf(name) === other ? name : ''
  return joined({ ar: '', en: '', [other]: kept, [shown]: typed })
}

/** A line for each language, the Arabic one first; one line alone changes the language it is written in. */
function editedInBoth(name: string, typed: string): string {
  const lines = typed.split(/\s*\n\s*/).filter((it) => it !== '')
  const [first = '', ...rest] = lines
  if (typed === '') return ''
  if (lines.length > 1 && (isBilingual(name) || languageOf(first) !== languageOf(rest.join(' '))))
    return joined(
      languageOf(first) === 'en' && languageOf(rest.join(' ')) === 'ar'
        ? { ar: rest.join(' '), en: first }
        : { ar: first, en: rest.join(' ') },
    )
  return isBilingual(name) ? editedIn(name, languageOf(first) ?? 'ar', first) : typed
}

function joined(text: Text): string {
  if (text.ar === '' || text.en === '') return text.ar + text.en
  return inBothLanguages(text)
}

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}]/gu
const LETTER = /\p{L}/gu

/** The language most of its letters are of; none where there are no letters. */
export function languageOf(text: string): Language | undefined {
  const letters = text.match(LETTER)?.length ?? 0
  if (letters === 0) return undefined
  return (text.match(RTL)?.length ?? 0) * 2 >= letters ? 'ar' : 'en'
}
