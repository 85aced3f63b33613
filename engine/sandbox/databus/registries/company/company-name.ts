/** When two company names are the same to the eye: vowel marks, forms of alif and the word "company" make no difference. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/[\u064B-\u0652\u0640]/gu, ''],
  [/[أإآ]/gu, 'ا'],
  [/ة/gu, 'ه'],
  [/ى/gu, 'ي'],
  [/(^|\s)(?:شركه|مؤسسه|company|co|ltd|llc)(?=\s|$)/gu, ' '],
  [/[^\p{L}\p{N}]+/gu, ' '],
]

export function plainName(name: string): string {
  const plain = FORMS.reduce((text, [form, instead]) => text.replace(form, instead), name.toLowerCase())
  return plain.trim()
}

export type NameResult = 'free' | 'similar' | 'taken'

/** Similar: the same first word, which is what people remember. */
export function compareNames(asked: string, registered: string): NameResult {
  const [one, other] = [plainName(asked), plainName(registered)]
  if (one === other) return 'taken'
  return one.split(' ')[0] === other.split(' ')[0] ? 'similar' : 'free'
}
