/**
 * The double as the bank that takes money back for the citizen: it answers quotes and carries out transfers, each once,
 * for bills that were really paid and for no more than was paid.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { JsonObject } from '../../core/json.ts'
import { canonical } from './canonical.ts'
import type { Admitted } from './faces/strictness.ts'
import { errorLetter, letter, type Letter } from './letters.ts'
import type { Order } from './order.ts'
import type { Payback } from './payback.ts'
import type { Wallet } from './room.ts'

/** POST /quotes. */
export function paybackQuoted(wallet: Wallet, { body, digest }: Admitted): void {
  const { memory } = wallet
  const id = String(body['quoteId'])
  const no = (code: string, why: string): void => memory.write({ add: [errorLetter(wallet, 'quotes', id, code, why)] })
  const known = memory.payback(id)
  if (known !== undefined && known.digest !== digest) return no('3106', 'Modified request')
  if (known !== undefined) return memory.write({ add: [quoteAnswer(wallet, known)] })
  const info = (body['transactionType'] as JsonObject)['refundInfo'] as JsonObject
  const order = memory.orders().find((it) => it.transactionId === info['originalTransactionId'])
  const fault = objection(wallet, order, body)
  if (order === undefined || fault !== undefined) return no('5103', fault ?? 'No such payment')
  if (wallet.faults.take('quotes', ['refuseRefund']) !== undefined) return no('5103', 'The account is closed')
  const payback = promised(id, digest, order, body)
  memory.write({ payback, add: [quoteAnswer(wallet, payback)] })
}

function objection(wallet: Wallet, order: Order | undefined, body: JsonObject): string | undefined {
  if (order?.stage !== 'paid') return 'No such payment'
  const { amount, currency } = body['amount'] as JsonObject
  const payee = (body['payee'] as JsonObject)['partyIdInfo'] as JsonObject
  const payer = order.body['payer'] as JsonObject
  if (payee['partyIdentifier'] !== payer['partyIdentifier']) return 'The payee did not make the payment'
  if (currency !== order.currency) return 'Another currency was paid'
  const back = wallet.memory.paybacks().filter((it) => it.order === order.id && it.stage === 'paid')
  const sum = back.reduce((total, it) => total + Number(it.amount), Number(amount))
  return sum > Number(order.amount) ? 'More than was paid' : undefined
}

function promised(id: string, digest: string, order: Order, body: JsonObject): Payback {
  const { amount, currency } = body['amount'] as JsonObject
  const key = randomBytes(32)
  return {
    id,
    digest,
    order: order.id,
    body,
    amount: String(amount),
    currency: String(currency),
    stage: 'quoted',
    ilpPacket: Buffer.from(canonical({ quoteId: id, amount: body['amount'] })).toString('base64url'),
    fulfilment: key.toString('base64url'),
    condition: createHash('sha256').update(key).digest('base64url'),
  }
}

/** POST /transfers: the citizen is credited in the same step in which the answer is owed. */
export function paybackOrdered(wallet: Wallet, { body, digest }: Admitted): void {
  const { memory, faults } = wallet
  const id = String(body['transferId'])
  const no = (code: string, why: string): void =>
    memory.write({ add: [errorLetter(wallet, 'transfers', id, code, why)] })
  const known = memory.paybacks().find((it) => it.transferId === id)
  if (known !== undefined && known.transferDigest !== digest) return no('3106', 'Modified request')
  if (known !== undefined) return memory.write({ add: [transferEnd(wallet, known)] })
  const quote = memory.paybacks().find((it) => it.ilpPacket === body['ilpPacket'] && it.condition === body['condition'])
  if (quote?.stage !== 'quoted') return no('5105', 'No such quote')
  if (canonical(body['amount']) !== canonical(quote.body['amount'])) return no('5105', 'Another amount was quoted')
  if (wallet.now() >= Date.parse(String(body['expiration']))) return no('3303', 'Transfer expired')
  const ordered = { ...quote, transferId: id, transferDigest: digest, endedAt: wallet.now() }
  if (faults.take('transfers', ['refuseRefund', 'abort']) !== undefined) {
    memory.write({ payback: { ...ordered, stage: 'refused' } })
    return no('5105', 'The account is closed')
  }
  credit(wallet, { ...ordered, stage: 'paid' })
}

/** In the ledger first: what is told later has happened. */
function credit(wallet: Wallet, payback: Payback): void {
  const { id: key, order, transferId = '', amount, currency } = payback
  wallet.effects.add({ kind: 'refunded', key, order, transferId, amount, currency })
  const mute = wallet.faults.take('transfers', ['noPatch']) !== undefined
  wallet.memory.write({ payback, add: mute ? [] : [transferEnd(wallet, payback)] })
}

/** GET /transfers/{id} for money that was given back; undefined where it is no such transfer. */
export function paybackAsked(wallet: Wallet, transferId: string): Payback | undefined {
  const found = wallet.memory.paybacks().find((it) => it.transferId === transferId)
  if (found !== undefined) wallet.memory.write({ add: [transferEnd(wallet, found)] })
  return found
}

const quoteAnswer = (wallet: Wallet, payback: Payback): Letter =>
  letter(wallet, payback.order, 'PUT', 'quotes', `/${payback.id}`, {
    transferAmount: payback.body['amount'] ?? {},
    expiration: new Date(wallet.now() + 24 * 60 * 60_000).toISOString(),
    ilpPacket: payback.ilpPacket,
    condition: payback.condition,
  })

const transferEnd = (wallet: Wallet, payback: Payback): Letter =>
  letter(wallet, payback.order, 'PUT', 'transfers', `/${payback.transferId ?? ''}`, {
    transferState: payback.stage === 'paid' ? 'COMMITTED' : 'ABORTED',
    completedTimestamp: new Date(payback.endedAt ?? wallet.now()).toISOString(),
    ...(payback.stage === 'paid' ? { fulfilment: payback.fulfilment } : {}),
  })
