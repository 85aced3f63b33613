/**
 * Cells of decision tables as people say them: "less than 5", "from 2027-01-01 on", "anything", and choices in the words of
 * the question; what is no plain test stays as it is written.
 */
import type { JsonObject } from '../../../json.ts'
import type { Text } from '../../../text.ts'
import { choiceCalled } from '../expression-words.ts'
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

/** What forms say of the question a column asks for. */
type Question = JsonObject
const NO_QUESTION: Question = {}

function plain(value: string, question: Question = NO_QUESTION): Text {
  const quoted = /"([^"]*)"/.exec(value)?.[1]
  const { ar, en } = quoted === undefined || isDay(value) ? same(quoted ?? value) : choiceCalled(quoted, question)
  return { ar: `\u2068${ar}\u2069`, en: `\u2068${en}\u2069` }
}

/** What a cell asks: which values it lets through. */
export function testInWords(test: string, question: Question = NO_QUESTION): Text {
  if (test === '' || test === '-') return ANYTHING
  return TRUTH[test] ?? compared(test) ?? range(test) ?? listed(test, question) ?? same(`\u2066${test}\u2069`)
}

/** What a cell answers. */
export function answerInWords(answer: string): Text {
  return TRUTH[answer] ?? (LIST.test(answer) && !answer.includes(',') ? plain(answer) : same(`\u2066${answer}\u2069`))
}

function compared(test: string): Text | undefined {
  const [, operator = '', value = ''] = COMPARED.exec(test) ?? []
  const words = COMPARISONS[operator]?.[isDay(value) ? 1 : 0]
  return words && then(words, plain(value))
}

function range(test: string): Text | undefined {
  const [, opens, from, to, closes] = RANGE.exec(test) ?? []
  if (from === undefined || to === undefined) return undefined
  const start = then(opens === '[' ? { ar: 'من', en: 'from' } : moreThan(from), plain(from))
  const until = isDay(to) ? { ar: 'قبل', en: 'before' } : { ar: 'أقل من', en: 'less than' }
  return then(start, then(closes === ']' ? { ar: 'حتى', en: 'to' } : until, plain(to)))
}

const then = (words: Text, more: Text): Text => ({ ar: `${words.ar} ${more.ar}`, en: `${words.en} ${more.en}` })

const moreThan = (value: string): Text =>
  isDay(value) ? { ar: 'بعد', en: 'after' } : { ar: 'أكثر من', en: 'more than' }

function listed(test: string, question: Question): Text | undefined {
  const other = NOT.exec(test)?.[1]
  const list = LIST.test(test) ? test : other
  if (list === undefined) return undefined
  const values = list.split(',').map((it) => plain(it.trim(), question))
  const [ar, en] = [values.map((it) => it.ar).join(' أو '), values.map((it) => it.en).join(' or ')]
  return other === undefined ? { ar, en } : { ar: `غير ${ar}`, en: `anything but ${en}` }
}
