/** The number of a bank account; its two check digits tell most slips of the pen (ISO 13616, ISO 7064 mod 97-10). */
import { type Kind, typed } from './kind.ts'

export const iban: Kind = {
  name: 'iban',
  fits: ({ schema }) => schema['type'] === 'string' && String(schema['pattern']).startsWith('^PS[0-9]{2}'),
  decode: (posted) => posted.text()?.replaceAll(/[\s-]/g, '').toUpperCase(),
  view: (value) => ({ value: inFours(typed(value)) }),
  shown: (value) => inFours(typed(value)),
  code: (keyword) => (keyword === 'required' || keyword === 'ibanCheck' ? undefined : 'iban'),
  refuses: (value) => (typeof value === 'string' && !isIban(value) ? 'ibanCheck' : undefined),
}

const inFours = (text: string): string => (isIban(text) ? text.replaceAll(/(.{4})(?=.)/g, '$1 ') : text)

/** Country and check digits go to the end, letters count 10 to 35; the number leaves 1 when divided by 97. */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}$/.test(text)) return false
  const digits = [...text.slice(4), ...text.slice(0, 4)].map((it) => String(Number.parseInt(it, 36))).join('')
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}
