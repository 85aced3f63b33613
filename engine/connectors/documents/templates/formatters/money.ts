/** An amount with its currency, as a receipt says it: {{money fee}} for { amount, currency }, or {{money "25.00" "ILS"}}. */
import { isJsonObject } from '../../../../core/json.ts'
import { money as parseMoney } from '../../../../core/money.ts'
import { isProblem } from '../../../../core/problem.ts'
import type { Language } from '../../../../core/text.ts'
import { type Formatter, Unwritable, languageOf } from './formatter.ts'

const NAMES = {
  ILS: { ar: 'شيكل', en: 'ILS' },
  USD: { ar: 'دولار أمريكي', en: 'USD' },
  EUR: { ar: 'يورو', en: 'EUR' },
  JOD: { ar: 'دينار أردني', en: 'JOD' },
} as const satisfies Record<string, Readonly<Record<Language, string>>>

export const money: Formatter = {
  name: 'money',
  format([value, code], options, setting) {
    if (value === null) return ''
    const parsed = isJsonObject(value) ? parseMoney(value['amount'], value['currency']) : parseMoney(value, code)
    if (isProblem(parsed)) throw new Unwritable(parsed.detail)
    const [whole = '0', fraction] = parsed.amount.split('.')
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
    const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`
    return `${digits} ${NAMES[parsed.currency][languageOf(options['language'], setting)]}`
  },
}
