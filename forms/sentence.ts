/** What is wrong with an answer, in the reader's language: in the author's own words where there are some, else in ours. */
import type { Language } from '../engine/core/text.ts'
import type { Fault } from './fault.ts'
import type { CompiledForm, Field } from './form.ts'
import { type Place, partsOf } from './place.ts'
import { WORDS } from './texts/texts.ts'

export function sentenceOf(fault: Fault, field: Field | undefined, form: CompiledForm, language: Language): string {
  const own = field?.text.errors
  const written = own === undefined || !Object.hasOwn(own, fault.code) ? undefined : own[fault.code]
  if (written !== undefined) return written[language]
  const { errors } = WORDS[language]
  const label = (field?.text.label ?? form.source.title)[language] + entriesOf(fault.place)
  const sentence = (Object.hasOwn(errors, fault.code) ? errors[fault.code] : undefined) ?? errors['const']
  return sentence?.(label, fault.params) ?? fault.code
}

/** Which entry of a list it is, counted as people do: " (2)". */
export function entriesOf(place: Place): string {
  const numbers = partsOf(place).filter((it) => /^\d+$/.test(it))
  return numbers.length === 0 ? '' : ` (${numbers.map((it) => String(Number(it) + 1)).join('.')})`
}
