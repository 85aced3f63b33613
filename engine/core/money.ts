/** An amount a citizen pays, as a decimal text with its currency: never a floating-point number. */
import { invalid, type Problem } from './problem.ts'

/** Digits after the point, per currency (ISO 4217). */
export const CURRENCIES = { ILS: 2, USD: 2, EUR: 2, JOD: 3 } as const
export type Currency = keyof typeof CURRENCIES

export interface Money {
  /** Decimal with exactly the currency's digits: "25.00" ILS, "25.000" JOD. */
  readonly amount: string
  readonly currency: Currency
}

const AMOUNT = /^(0|[1-9][0-9]{0,14})(\.[0-9]{1,4})?$/

/** @param amount decimal text or number with no more digits than the currency has; not negative. */
export function money(amount: unknown, currency: unknown): Money | Problem {
  if (typeof currency !== 'string' || !Object.hasOwn(CURRENCIES, currency))
    return invalid(
      'money.currency',
      `Expected a currency of ${Object.keys(CURRENCIES).join(', ')}, but found ${JSON.stringify(currency) ?? 'nothing'}`,
    )
  const code = currency as Currency
  const text = typeof amount === 'number' ? String(amount) : amount
  if (typeof text !== 'string' || !AMOUNT.test(text))
    return invalid('money.amount', `Expected an amount like "25.00", but found ${JSON.stringify(amount) ?? 'nothing'}`)
  const [whole = '0', fraction = ''] = text.split('.')
  const digits = CURRENCIES[code]
  if (fraction.length > digits && /[1-9]/.test(fraction.slice(digits)))
    return invalid('money.amount', `Expected at most ${digits} digits after the point for ${code}, but found "${text}"`)
  return { amount: `${whole}.${fraction.slice(0, digits).padEnd(digits, '0')}`, currency: code }
}

export const isZero = (value: Money): boolean => !/[1-9]/.test(value.amount)
export const sameMoney = (a: Money, b: Money): boolean => a.amount === b.amount && a.currency === b.currency

/** As FSPIOP writes it: no trailing zeros, "25" and "25.5" (API Definition v1.1, 7.3.1). */
export const fspiopAmount = (value: Money): string => value.amount.replace(/\.?0+$/, '')
