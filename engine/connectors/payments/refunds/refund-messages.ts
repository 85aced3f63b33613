/** The messages of a refund, field by field (FSPIOP API Definition v1.1, chapter 6): here the agency is the payer. */
import type { Charge } from '../../../core/charge.ts'
import { isJsonObject, type JsonObject } from '../../../core/json.ts'
import type { Refund } from '../../../core/refund.ts'
import type { PaymentConfig } from '../config.ts'
import { dateTime, objectAt } from '../wire/fields.ts'
import { readPacket } from '../wire/ilp.ts'
import { payeeId, payeeName, payerFsp, payerOf, wireMoney } from '../wire/messages.ts'

/** POST /quotes: made only of what charge and refund keep, so that every resend is the same to the byte. */
export function refundQuote(refund: Refund, charge: Charge, config: PaymentConfig): JsonObject {
  return {
    quoteId: refund.id,
    transactionId: refund.id,
    payee: { partyIdInfo: { ...payerOf(charge), fspId: payingFsp(charge, config) } },
    payer: { partyIdInfo: payeeId(charge, config), name: payeeName(charge, config) },
    amountType: 'RECEIVE',
    amount: wireMoney(refund.money),
    transactionType: {
      scenario: 'REFUND',
      initiator: 'PAYER',
      initiatorType: 'BUSINESS',
      refundInfo: {
        originalTransactionId: charge.transactionId ?? charge.id,
        ...(refund.note === '' ? {} : { refundReason: refund.note.slice(0, 128) }),
      },
    },
    note: [refund.billNo, refund.note].filter(Boolean).join(' · ').slice(0, 128),
  }
}

/** POST /transfers, with packet, condition and end as they were written when the quote was answered. */
export function refundTransfer(refund: Refund, charge: Charge, config: PaymentConfig): JsonObject {
  return {
    transferId: refund.id,
    payeeFsp: payingFsp(charge, config),
    payerFsp: config.fspId,
    amount: wireMoney(refund.money),
    ilpPacket: refund.ilpPacket ?? '',
    condition: refund.condition ?? '',
    expiration: dateTime(refund.expires ?? 0),
  }
}

/** The bank the money came from: our own packet of the payment names it. */
export function payingFsp(charge: Charge, config: PaymentConfig): string {
  const quote: unknown = charge.quote === undefined ? undefined : JSON.parse(charge.quote)
  const packet =
    isJsonObject(quote) && typeof quote['ilpPacket'] === 'string' ? readPacket(quote['ilpPacket']) : undefined
  const payer = packet && objectAt(packet.transaction, 'payer')
  const fsp = payer && objectAt(payer, 'partyIdInfo')?.['fspId']
  return typeof fsp === 'string' ? fsp : payerFsp(charge, config)
}
