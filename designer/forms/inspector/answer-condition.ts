/** A condition on one answer, as an analyst says it without a line of FEEL, written as FEEL and read from it again. */
import { isJsonObject, type JsonValue } from '../../../engine/core/json.ts'

export const COMPARISONS = ['=', '!=', '>', '>=', '<', '<='] as const
export type Comparison = (typeof COMPARISONS)[number]

export interface AnswerCondition {
  /** As FEEL reads the answer: "address.governorate". */
  readonly name: string
  /** has: of several choices, one is among them. */
  readonly is: Comparison | 'has'
  /** null: no answer. */
  readonly value: Exclude<JsonValue, object> | null
}

export const conditionText = ({ name, is, value }: AnswerCondition): string =>
  is === 'has' ? `=list contains(${name}, ${JSON.stringify(value)})` : `=${name} ${is} ${JSON.stringify(value)}`

const NAME = '[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*'
const COMPARED = new RegExp(`^=\\s*(${NAME})\\s*(!=|<=|>=|=|<|>)\\s*(.+?)\\s*$`)
const AMONG = new RegExp(`^=\\s*list contains\\(\\s*(${NAME})\\s*,\\s*(.+?)\\s*\\)\\s*$`)

/** undefined: it says more than one answer. */
export function conditionIn(text: string): AnswerCondition | undefined {
  const [, listed, item] = AMONG.exec(text) ?? []
  if (listed !== undefined) return made(listed, 'has', item)
  const [, name, sign, literal] = COMPARED.exec(text) ?? []
  const is = COMPARISONS.find((it) => it === sign)
  return name === undefined || is === undefined ? undefined : made(name, is, literal)
}

function made(name: string, is: AnswerCondition['is'], literal = ''): AnswerCondition | undefined {
  try {
    const value = JSON.parse(literal) as JsonValue
    return Array.isArray(value) || isJsonObject(value)
      ? undefined
      : { name, is, value: value as AnswerCondition['value'] }
  } catch {
    return undefined
  }
}
