/** A condition on one answer, as an analyst says it without a line of FEEL, written as FEEL and read from it again. */
import { isJsonObject, type JsonValue } from '../../engine/core/json.ts'
import { type DayBound, dayBoundIn, dayBoundText } from '../forms/model/day-bound.ts'

export const COMPARISONS = ['=', '!=', '>', '>=', '<', '<='] as const
export type Comparison = (typeof COMPARISONS)[number]

/** A day as it is counted from the day the condition is asked. */
export type CountedDay = Extract<DayBound, { readonly kind: 'today' | 'before' | 'after' }>

export interface Condition {
  /** As FEEL reads the answer: "address.governorate". */
  readonly name: string
  /** has: of several choices, one is among them. */
  readonly is: Comparison | 'has'
  /** null: no answer. Days are answered as texts, "2026-01-04", which stand in the order of the days. */
  readonly value: Exclude<JsonValue, object> | null | CountedDay
  /** There may be nothing of that name: then it is as if it was not answered, and no fault that stops an application. */
  readonly maybe?: true
}

export function conditionText({ name, is, value, maybe }: Condition): string {
  const said = valueText(value)
  if (is === 'has') return `=list contains(${maybe ? `get or else(${name}, [])` : name}, ${said})`
  if (!maybe) return `=${name} ${is} ${said}`
  const answer = `get or else(${name}, null)`
  // What is not there is neither more nor less than anything.
  return is === '=' || is === '!=' ? `=${answer} ${is} ${said}` : `=${answer} in (${is} ${said})`
}

function valueText(value: Condition['value']): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  return `string(${(dayBoundText(value) ?? '').slice(1)})`
}

const WORD = '[\\p{L}_][\\p{L}\\p{M}\\p{N}_]*'
const NAME = `${WORD}(?:\\.${WORD})*`
const ANSWER = `(?:(?<name>${NAME})|get or else\\(\\s*(?<perhaps>${NAME})\\s*,\\s*(?:null|\\[\\s*\\])\\s*\\))`
const TOLD = [
  `${ANSWER}\\s*(?<is>!=|<=|>=|=|<|>)\\s*(?<value>.+)`,
  `${ANSWER}\\s+in\\s*\\(\\s*(?<is><=|>=|<|>)\\s*(?<value>[^()]+|string\\(.+\\))\\s*\\)`,
  `list contains\\(\\s*${ANSWER}\\s*,\\s*(?<value>.+)\\)`,
  `not\\(\\s*${ANSWER}\\s*\\)`,
  ANSWER,
].map((it) => new RegExp(`^=\\s*${it}\\s*$`, 'u'))
/** Of a bare name, or "not" of it, all that is asked is whether it is true. */
const [, , AMONG, NOT, BARE] = TOLD
const WORDS: ReadonlySet<string> = new Set(['true', 'false', 'null'])

/** undefined: it says more than one answer. */
export function conditionIn(text: string): Condition | undefined {
  for (const form of TOLD) {
    const said = form.exec(text)?.groups
    const name = said?.['name'] ?? said?.['perhaps']
    if (said === undefined || name === undefined || WORDS.has(name)) continue
    const maybe = said['perhaps'] === undefined ? {} : ({ maybe: true } as const)
    if (form === NOT || form === BARE) return { name, is: '=', value: form === BARE, ...maybe }
    const value = valueIn((said['value'] ?? '').trim())
    const is = form === AMONG ? 'has' : COMPARISONS.find((it) => it === said['is'])
    return value === undefined || is === undefined ? undefined : { name, is, value, ...maybe }
  }
  return undefined
}

function valueIn(written: string): Condition['value'] | undefined {
  const day = /^string\((.+)\)$/.exec(written)?.[1]
  if (day === undefined) return plainIn(written)
  const counted = dayBoundIn(`=${day}`)
  return counted.kind === 'today' || counted.kind === 'before' || counted.kind === 'after' ? counted : undefined
}

function plainIn(literal: string): Exclude<JsonValue, object> | null | undefined {
  try {
    const value = JSON.parse(literal) as JsonValue
    return Array.isArray(value) || isJsonObject(value) ? undefined : (value as Exclude<JsonValue, object>)
  } catch {
    return undefined
  }
}
