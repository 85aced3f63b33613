/** Every word a template may use beside {{#if}}, {{#unless}}, {{#each}} and {{#with}}. */
import { and, eq, not, or } from './compare.ts'
import { code } from './code.ts'
import { date } from './date.ts'
import type { Formatter } from './formatter.ts'
import { money } from './money.ts'
import { number } from './number.ts'
import { qr } from './qr.ts'
import { text } from './text.ts'

export const FORMATTERS: readonly Formatter[] = [date, money, number, text, code, qr, eq, not, and, or]

/** Blocks of the template language itself that are allowed. */
export const BLOCKS: readonly string[] = ['if', 'unless', 'each', 'with']

export const formatterNamed = (name: string): Formatter | undefined =>
  FORMATTERS.find((formatter) => formatter.name === name)
