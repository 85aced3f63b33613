/** Amounts as they are read: "25.00 ILS", the shekel by its name. */
import type { Currency, Money } from '../../../../core/money.ts'
import type { Language, Text } from '../../../../core/text.ts'

const NAMES: Readonly<Record<Currency, Text>> = {
  ILS: { ar: 'شيكل', en: 'ILS' },
  USD: { ar: 'دولار', en: 'USD' },
  EUR: { ar: 'يورو', en: 'EUR' },
  JOD: { ar: 'دينار أردني', en: 'JOD' },
}

export const moneyIn = ({ amount, currency }: Money, language: Language): string =>
  `${amount} ${NAMES[currency][language]}`
