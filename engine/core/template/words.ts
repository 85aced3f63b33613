/** Every word a template may use beside {{#if}}, {{#unless}}, {{#each}} and {{#with}}: how many values follow it, which options it knows. */

export interface Word {
  readonly values: { readonly least: number; readonly most: number }
  /** {{date issued calendar="hijri"}} */
  readonly options: readonly string[]
}

const takes = (least: number, most: number, ...options: readonly string[]): Word => ({
  values: { least, most },
  options,
})

export const WORDS = {
  date: takes(1, 1, 'calendar', 'language', 'style'),
  money: takes(1, 2, 'language'),
  number: takes(1, 1, 'digits', 'language'),
  text: takes(1, 2),
  code: takes(1, 1),
  qr: takes(0, 1),
  eq: takes(2, 2),
  not: takes(1, 1),
  and: takes(1, 8),
  or: takes(1, 8),
} as const satisfies Readonly<Record<string, Word>>

export type WordName = keyof typeof WORDS

/** Blocks of the template language itself that are allowed. */
export const BLOCKS: readonly string[] = ['if', 'unless', 'each', 'with']

export function wordNamed(name: string): Word | undefined {
  const words: Readonly<Record<string, Word>> = WORDS
  return Object.hasOwn(words, name) ? words[name] : undefined
}
