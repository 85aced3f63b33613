/** Reading single values out of a message of the switch, each in the exact form the protocol gives it. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts'
import { money, type Money } from '../../../core/money.ts'
import { isProblem } from '../../../core/problem.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const AMOUNT = /^([0]|([1-9][0-9]{0,17}))([.][0-9]{0,3}[1-9])?$/
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|[+-]\d\d:\d\d)$/

export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)

export const uuidAt = (body: JsonObject, key: string): string | undefined => {
  const value = body[key]
  return isUuid(value) ? value : undefined
}

export const textAt = (body: JsonObject, key: string): string | undefined => {
  const value = body[key]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export const objectAt = (body: JsonObject, key: string): JsonObject | undefined => {
  const value = body[key]
  return isJsonObject(value) ? value : undefined
}

/** An amount in the wire's form ("25", "25.5"), as our money. */
export function moneyAt(body: JsonObject, key: string): Money | undefined {
  const value = objectAt(body, key)
  if (value === undefined || typeof value['amount'] !== 'string' || !AMOUNT.test(value['amount'])) return undefined
  const read = money(value['amount'], value['currency'])
  return isProblem(read) ? undefined : read
}

/** Epoch milliseconds of a DateTime with milliseconds and zone. */
export function timeAt(body: JsonObject, key: string): number | undefined {
  const value: JsonValue | undefined = body[key]
  if (typeof value !== 'string' || !DATE_TIME.test(value)) return undefined
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : at
}

export const dateTime = (at: number): string => new Date(at).toISOString()
