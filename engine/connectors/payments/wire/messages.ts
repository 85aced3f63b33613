/** The messages we send to the switch, field by field (FSPIOP API Definition v1.1, chapter 6). */
import type { Charge } from '../../../core/charge.ts'
import { isJsonObject, type JsonObject } from '../../../core/json.ts'
import { fspiopAmount, type Money } from '../../../core/money.ts'
import type { PaymentConfig } from '../config.ts'
import type { Refusal } from './error-codes.ts'
import { dateTime } from './fields.ts'

/** POST /transactionRequests: made only of what the charge keeps, so that every resend is the same to the byte. */
export function paymentRequest(charge: Charge, config: PaymentConfig): JsonObject {
  return {
    transactionRequestId: charge.id,
    payee: { partyIdInfo: payeeId(charge, config), name: payeeName(charge, config) },
    payer: payerOf(charge),
    amount: wireMoney(charge.money),
    transactionType: { scenario: 'PAYMENT', initiator: 'PAYEE', initiatorType: 'BUSINESS' },
    note: [charge.billNo, charge.note].filter(Boolean).join(' · ').slice(0, 128),
    expiration: dateTime(charge.expires),
  }
}

/** PUT /transfers/{id}: we hold the money ready to be taken, here is the key to it. */
export function transferAnswer(charge: Charge): JsonObject {
  return {
    transferState: charge.state === 'committed' ? 'COMMITTED' : 'RESERVED',
    completedTimestamp: dateTime(charge.changedAt),
    ...(charge.fulfilment === undefined ? {} : { fulfilment: charge.fulfilment }),
  }
}

export const errorBody = (refusal: Refusal): JsonObject => ({
  errorInformation: { errorCode: refusal.code, errorDescription: refusal.description },
})

export const payeeName = (charge: Charge, config: PaymentConfig): string =>
  config.payees?.[payeeOf(charge)]?.name ?? payeeOf(charge)

const payeeOf = ({ payee, agency }: Charge): string => payee ?? agency

export function payeeId(charge: Charge, config: PaymentConfig): JsonObject {
  const payee = config.payees?.[payeeOf(charge)]
  return {
    partyIdType: 'BUSINESS',
    partyIdentifier: payee?.id ?? payeeOf(charge),
    ...(payee?.sub === undefined ? {} : { partySubIdOrType: payee.sub }),
    fspId: config.fspId,
  }
}

export const wireMoney = (value: Money): JsonObject => ({ currency: value.currency, amount: fspiopAmount(value) })

/** The payer as the charge keeps it; written by task-input.ts, so anything but an object is a bug. */
export function payerOf(charge: Charge): JsonObject {
  const payer: unknown = JSON.parse(charge.payer)
  if (!isJsonObject(payer)) throw new Error(`Expected the payer of charge ${charge.id} to be an object`)
  return payer
}

/** Who is asked to pay through: the payer's bank where it is known, else the switch finds it. */
export function payerFsp(charge: Charge, config: PaymentConfig): string {
  const fsp = payerOf(charge)['fspId']
  return typeof fsp === 'string' ? fsp : config.switchId
}
