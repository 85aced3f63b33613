/** A sum of money: a decimal text with the digits of its currency, never a floating-point number. */
import { isJsonObject, type JsonObject, type JsonValue } from '../../engine/core/json.ts'
import { CURRENCIES, money as readMoney } from '../../engine/core/money.ts'
import { isProblem } from '../../engine/core/problem.ts'
import type { Language, Text } from '../../engine/core/text.ts'
import { type Kind, typed } from './kind.ts'
import { decimalText } from './written.ts'

export const money: Kind = {
  name: 'money',
  first: 'amount',
  fits: ({ schema }) => {
    const properties = schema['properties']
    return isJsonObject(properties) && Object.keys(properties).sort().join() === 'amount,currency'
  },
  decode(posted, field) {
    const amount = posted.text('amount')
    const offered = currenciesOf(field.schema)
    const currency = posted.text('currency') ?? (offered.length === 1 ? offered[0] : undefined)
    if (amount === undefined) return undefined
    const plain = decimalText(amount)
    const known = readMoney(plain, currency)
    const exact = isProblem(known) ? plain : known.amount
    return { amount: exact, ...(currency === undefined ? {} : { currency }) }
  },
  view(value, { field, language }) {
    const { amount, currency } = isJsonObject(value) ? value : ({} as JsonObject)
    const currencies = currenciesOf(field.schema).map((code) => ({
      value: code,
      label: nameOf(code, language),
      chosen: code === currency,
    }))
    return { amount: typed(amount), currencies, only: currencies.length === 1 ? (currencies[0] ?? false) : false }
  },
  shown(value, { language }) {
    if (!isJsonObject(value)) return ''
    return `${grouped(typed(value['amount']))} ${nameOf(typed(value['currency']), language)}`
  },
  code: (keyword) => (keyword === 'pattern' || keyword === 'type' ? 'money' : undefined),
}

function currenciesOf(schema: JsonObject): readonly string[] {
  const properties = schema['properties']
  const currency: JsonValue | undefined = isJsonObject(properties) ? properties['currency'] : undefined
  const offered = isJsonObject(currency) ? (currency['enum'] ?? currency['const']) : undefined
  const codes = (Array.isArray(offered) ? offered : [offered]).filter((it) => typeof it === 'string')
  return codes.length > 0 ? codes : Object.keys(CURRENCIES)
}

export const CURRENCY_NAMES: Readonly<Record<string, Text>> = {
  ILS: { ar: 'شيكل', en: 'ILS' },
  USD: { ar: 'دولار أمريكي', en: 'USD' },
  EUR: { ar: 'يورو', en: 'EUR' },
  JOD: { ar: 'دينار أردني', en: 'JOD' },
}

const nameOf = (code: string, language: Language): string => CURRENCY_NAMES[code]?.[language] ?? code

function grouped(amount: string): string {
  const [whole = '', fraction] = amount.split('.')
  const thousands = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return fraction === undefined ? thousands : `${thousands}.${fraction}`
}
