/** What each word of a template does; core/template/words.ts has the words. */
import { and, eq, not, or } from './compare.ts'
import { code } from './code.ts'
import { date } from './date.ts'
import type { Formatter } from './formatter.ts'
import { money } from './money.ts'
import { number } from './number.ts'
import { qr } from './qr.ts'
import { text } from './text.ts'

export const FORMATTERS: readonly Formatter[] = [date, money, number, text, code, qr, eq, not, and, or]
