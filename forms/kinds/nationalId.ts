/** The number of an identity card: nine digits. Where the layout says `"check": "luhn"`, the last of them checks the others. */
import { type Kind, typed } from './kind.ts'

export const nationalId: Kind = {
  name: 'nationalId',
  fits: ({ schema }) => schema['type'] === 'string' && schema['pattern'] === '^[0-9]{9}$',
  decode: (posted) => posted.text()?.replaceAll(/[\s-]/g, ''),
  view: (value) => ({ value: typed(value) }),
  shown: (value) => typed(value),
  code: (keyword) => (WRITTEN.has(keyword) ? 'nationalId' : undefined),
  refuses: (value, { options }) =>
    options['check'] === 'luhn' && typeof value === 'string' && !checks(value) ? 'checkDigit' : undefined,
}

const WRITTEN: ReadonlySet<string> = new Set(['pattern', 'minLength', 'maxLength', 'type'])

/** Weights 1 and 2 in turn from the left, the digits of each product added; the sum is a multiple of ten. */
function checks(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 1 : 2)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return sum % 10 === 0
}
