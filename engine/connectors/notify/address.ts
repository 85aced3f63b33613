/** Where a notice goes: a telephone number or an e-mail address, in the one form the gateways take, or nothing usable. */

export type Address =
  | { readonly kind: 'usable'; readonly to: string }
  /** The citizen gave none. */
  | { readonly kind: 'missing' }
  /** What was given is none; it is never handed to a gateway. */
  | { readonly kind: 'unusable' }

const PHONE = /^\+?[0-9]{6,15}$/
const BETWEEN = /[\s().-]/g
const MAILBOX = /^[^\s@<>"(),;:\\[\]\p{Cc}\p{Cf}]{1,64}$/u
const DOMAIN = /^(?=.{1,190}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i

/** @param countryCode written before numbers that begin with a single 0, e.g. "+970" */
export function phone(value: unknown, countryCode: string | undefined): Address {
  if (isNothing(value)) return { kind: 'missing' }
  const given = typeof value === 'number' ? String(value) : value
  if (typeof given !== 'string' || /[\r\n\t\0]/.test(given)) return { kind: 'unusable' }
  const digits = latinDigits(given.trim()).replace(BETWEEN, '').replace(/^00/, '+')
  const to = countryCode !== undefined && /^0[1-9]/.test(digits) ? countryCode + digits.slice(1) : digits
  return PHONE.test(to) ? { kind: 'usable', to } : { kind: 'unusable' }
}

export function email(value: unknown): Address {
  if (isNothing(value)) return { kind: 'missing' }
  if (typeof value !== 'string') return { kind: 'unusable' }
  const at = value.lastIndexOf('@')
  const usable = MAILBOX.test(value.slice(0, Math.max(at, 0))) && DOMAIN.test(value.slice(at + 1))
  return usable ? { kind: 'usable', to: value } : { kind: 'unusable' }
}

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === ''

/** A number typed on an Arabic keyboard is the same number. */
const latinDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
