/** Who has an application, in words: an office or a register, never a person. */
import type { Holder } from '../../../../core/timeline/timeline.ts'
import type { Language } from '../../../../core/text.ts'
import { HOLDER_WORDS } from './words.ts'

export function holderIn(holder: Holder, language: Language): string {
  if (holder.kind !== 'role') return HOLDER_WORDS[holder.kind][language]
  if (holder.titles.length === 0) return HOLDER_WORDS.staff[language]
  return holder.titles.map((title) => title[language]).join(language === 'ar' ? ' أو ' : ' or ')
}
