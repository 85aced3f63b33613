/** Cells of decision tables as people say them: "less than 5", "from 2027-01-01 on", "anything"; what is no plain test stays as it is written. */
import type { Text } from '../../../text.ts'
import { same } from '../words.ts'

const VALUE = String.raw`(date\("\d{4}-\d{2}-\d{2}"\)|"[^"\\]*"|-?\d+(?:\.\d+)?)`
const COMPARED = new RegExp(`^(<=|>=|<|>)\\s*${VALUE}$`)
const RANGE = new RegExp(`^([\\[(\\]])\\s*${VALUE}\\s*\\.\\.\\s*${VALUE}\\s*([\\])\\[])$`)
const LIST = /^"[^"\\]*"(\s*,\s*"[^"\\]*")*$/
const NOT = /^not\(\s*("[^"\\]*"(?:\s*,\s*"[^"\\]*")*)\s*\)$/

const ANYTHING: Text = { ar: 'أي قيمة', en: 'anything' }
const TRUTH: Readonly<Record<string, Text>> = { true: { ar: 'نعم', en: 'yes' }, false: { ar: 'لا', en: 'no' } }

/** Of a number, and of a day. */
const COMPARISONS: Readonly<Record<string, readonly [number: Text, day: Text]>> = {
  '<': [
    { ar: 'أقل من', en: 'less than' },
    { ar: 'قبل', en: 'before' },
  ],
  '<=': [
    { ar: 'حتى', en: 'up to' },
    { ar: 'حتى', en: 'until' },
  ],
  '>': [
    { ar: 'أكثر من', en: 'more than' },
    { ar: 'بعد', en: 'after' },
  ],
  '>=': [
    { ar: 'على الأقل', en: 'at least' },
    { ar: 'ابتداءً من', en: 'from' },
  ],
}

const isDay = (value: string): boolean => value.startsWith('date(')
const plain = (value: string): string => `\u2068${/"([^"]*)"/.exec(value)?.[1] ?? value}\u2069`

/** What a cell asks: which values it lets through. */
export function testInWords(test: string): Text {
  if (test === '' || test === '-') return ANYTHING
  return TRUTH[test] ?? compared(test) ?? range(test) ?? listed(test) ?? same(`\u2066${test}\u2069`)
}

/** What a cell answers. */
export function answerInWords(answer: string): Text {
  return (
    TRUTH[answer] ?? (LIST.test(answer) && !answer.includes(',') ? same(plain(answer)) : same(`\u2066${answer}\u2069`))
  )
}

function compared(test: string): Text | undefined {
  const [, operator = '', value = ''] = COMPARED.exec(test) ?? []
  const words = COMPARISONS[operator]?.[isDay(value) ? 1 : 0]
  return words && { ar: `${words.ar} ${plain(value)}`, en: `${words.en} ${plain(value)}` }
}

function range(test: string): Text | undefined {
  const [, opens, from, to, closes] = RANGE.exec(test) ?? []
  if (from === undefined || to === undefined) return undefined
  const [begin, end] = [plain(from), plain(to)]
  const start = opens === '[' ? { ar: `من ${begin}`, en: `from ${begin}` } : moreThan(from, begin)
  const until = isDay(to) ? { ar: `قبل ${end}`, en: `before ${end}` } : { ar: `أقل من ${end}`, en: `less than ${end}` }
  const stop = closes === ']' ? { ar: `حتى ${end}`, en: `to ${end}` } : until
  return { ar: `${start.ar} ${stop.ar}`, en: `${start.en} ${stop.en}` }
}

const moreThan = (value: string, shown: string): Text =>
  isDay(value) ? { ar: `بعد ${shown}`, en: `after ${shown}` } : { ar: `أكثر من ${shown}`, en: `more than ${shown}` }

function listed(test: string): Text | undefined {
  const other = NOT.exec(test)?.[1]
  const list = LIST.test(test) ? test : other
  if (list === undefined) return undefined
  const values = list.split(',').map((it) => plain(it.trim()))
  const [ar, en] = [values.join(' أو '), values.join(' or ')]
  return other === undefined ? { ar, en } : { ar: `غير ${ar}`, en: `anything but ${en}` }
}
