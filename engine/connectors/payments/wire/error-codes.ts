/**
 * What the switch's four-digit error codes mean to a citizen's payment (FSPIOP API Definition v1.1, 7.6).
 *
 * payer: the payer or the payer's bank said no. expired: too late. missing: the switch does not know the id.
 * retry: nothing was decided, the same message may be sent again. incident: a person must look, sending again is useless.
 */
export type ErrorClass = 'payer' | 'expired' | 'missing' | 'retry' | 'incident'

const BY_CODE: Readonly<Record<string, ErrorClass>> = {
  '1001': 'retry',
  '2001': 'retry',
  '2003': 'retry',
  '2004': 'retry',
  '2005': 'retry',
  '3206': 'missing',
  '3207': 'missing',
  '3208': 'missing',
}

const BY_FAMILY: Readonly<Record<string, ErrorClass>> = {
  '10': 'retry',
  '20': 'incident',
  '30': 'incident',
  '31': 'incident',
  '32': 'incident',
  '33': 'expired',
  '40': 'payer',
  '41': 'payer',
  '42': 'payer',
  '43': 'payer',
  '44': 'payer',
  '50': 'incident',
  '51': 'incident',
  '52': 'incident',
  '53': 'incident',
  '54': 'incident',
}

/** An unlisted code is for a person to look at. */
export const errorClass = (code: string): ErrorClass => BY_CODE[code] ?? BY_FAMILY[code.slice(0, 2)] ?? 'incident'

/** The codes we send ourselves. */
export const REFUSALS = {
  version: '3001',
  uri: '3002',
  syntax: '3101',
  missingElement: '3102',
  tooLarge: '3104',
  signature: '3105',
  modified: '3106',
  validation: '3100',
  unknownRequest: '3206',
  unknownQuote: '3205',
  unknownTransfer: '3208',
  requestExpired: '3301',
  quoteExpired: '3302',
  transferExpired: '3303',
  quoteRejected: '5103',
  transferRejected: '5105',
} as const

/** Why we say no to a message of the switch. The description is at most 128 characters on the wire. */
export interface Refusal {
  readonly code: (typeof REFUSALS)[keyof typeof REFUSALS]
  readonly description: string
}

export const refusal = (reason: keyof typeof REFUSALS, description: string): Refusal => ({
  code: REFUSALS[reason],
  description: description.slice(0, 128),
})

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'code' in value && 'description' in value
