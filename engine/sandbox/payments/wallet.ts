/**
 * The payer with a wallet, and the switch between the wallet and Masar: what happens to a bill from the moment it is
 * shown until the money has moved. Every step is one durable write that also holds the messages it owes.
 */
import type { JsonObject } from '../../core/json.ts'
import type { Admitted } from './faces/strictness.ts'
import { errorLetter, freshId, quoteRequest, requestState, transferRequest, transferState } from './letters.ts'
import { awaiting } from './memory.ts'
import { staged, type Order } from './order.ts'
import { paybackAsked } from './paybacks.ts'
import type { Wallet } from './room.ts'
import { settle } from './settlement.ts'

/** POST /transactionRequests: a new bill, or one that is known already. */
export function bill(wallet: Wallet, { body, digest }: Admitted): void {
  const { memory, effects } = wallet
  const id = String(body['transactionRequestId'])
  const known = memory.order(id)
  if (known === undefined) {
    const order = newOrder(wallet, id, body, digest)
    const { amount, currency } = order
    effects.add({ kind: 'charge', key: id, digest, amount, currency, note: String(body['note'] ?? '') })
    return memory.write({ order, add: [requestState(wallet, order)] })
  }
  const same = known.digest === digest
  effects.add({ kind: 'repeat', key: id, digest, same })
  const modified = errorLetter(wallet, 'transactionRequests', id, '3106', 'Modified request')
  memory.write({ add: [same ? requestState(wallet, known) : modified] })
}

/** The payer decides; undefined where there is no such bill. A decision already taken stays. */
export function decide(wallet: Wallet, id: string, decision: 'approve' | 'reject'): Order | undefined {
  const { memory, now } = wallet
  const order = memory.order(id)
  if (order === undefined || order.stage !== 'pending') return order
  if (now() >= order.expires) return expireOne(wallet, order)
  if (decision === 'reject') {
    const rejected = staged(order, 'rejected', { endedAt: now() })
    memory.write({ order: rejected, add: [requestState(wallet, rejected)] })
    return rejected
  }
  const approved = staged(order, 'quoting', {
    quoteId: freshId(),
    transactionId: order.transactionId ?? freshId(),
  })
  memory.write({ order: approved, add: [quoteRequest(wallet, approved)] })
  return approved
}

/** PUT /quotes/{id}. */
export function quoteAnswered(wallet: Wallet, quoteId: string, body: JsonObject): void {
  const { memory, now } = wallet
  const order = memory.orderBy('quoteId', quoteId)
  if (order?.stage !== 'quoting') return
  const amount = body['transferAmount'] as JsonObject
  if (amount['amount'] !== order.amount || amount['currency'] !== order.currency)
    return giveBack(wallet, order, 'quotes', 'another amount was quoted')
  const next = staged(order, 'transferring', {
    transferId: freshId(),
    condition: String(body['condition']),
    transferExpires: Math.min(now() + wallet.transferLife, Date.parse(String(body['expiration']))),
  })
  memory.write({
    order: next,
    done: awaiting('quotes', order),
    add: [transferRequest(wallet, next, String(body['ilpPacket']))],
  })
}

/** PUT /transfers/{id}: Masar shows the key. Told again after the end, it is told the end again. */
export function transferAnswered(wallet: Wallet, transferId: string, body: JsonObject): void {
  const order = wallet.memory.orderBy('transferId', transferId)
  if (order?.stage === 'paid' && order.mute !== true)
    wallet.memory.write({ add: [transferState(wallet, order, 'PATCH')] })
  if (order?.stage === 'transferring') settle(wallet, order, String(body['fulfilment'] ?? ''))
}

/** PUT …/{id}/error: the money goes back to the payer, who may try again. */
export function refusedBy(wallet: Wallet, resource: 'quotes' | 'transfers', id: string, body: JsonObject): void {
  const [key, stage] =
    resource === 'quotes' ? (['quoteId', 'quoting'] as const) : (['transferId', 'transferring'] as const)
  const order = wallet.memory.orderBy(key, id)
  if (order?.stage !== stage) return
  const error = body['errorInformation'] as JsonObject
  giveBack(wallet, order, resource, `${String(error['errorCode'])} ${String(error['errorDescription'])}`)
}

/** GET /transactionRequests/{id}. */
export function requestAsked(wallet: Wallet, id: string): void {
  const order = wallet.memory.order(id)
  const unknown = errorLetter(wallet, 'transactionRequests', id, '3206', 'Transaction request ID not found')
  wallet.memory.write({ add: [order === undefined ? unknown : requestState(wallet, order)] })
}

/** GET /transfers/{id}. */
export function transferAsked(wallet: Wallet, id: string): void {
  if (paybackAsked(wallet, id) !== undefined) return
  const order = wallet.memory.orderBy('transferId', id)
  const unknown = errorLetter(wallet, 'transfers', id, '3208', 'Transfer ID not found')
  wallet.memory.write({ add: [order === undefined ? unknown : transferState(wallet, order, 'PUT')] })
}

/** Bills whose time is over; one whose transfer is under way waits for its end. */
export function expire(wallet: Wallet): void {
  for (const order of wallet.memory.orders())
    if ((order.stage === 'pending' || order.stage === 'quoting') && wallet.now() >= order.expires)
      expireOne(wallet, order)
}

function giveBack({ memory }: Wallet, order: Order, resource: 'quotes' | 'transfers', failure: string): void {
  memory.write({ order: staged(order, 'pending', { failure }), done: awaiting(resource, order) })
}

function expireOne(wallet: Wallet, order: Order): Order {
  const expired = staged(order, 'expired', { endedAt: wallet.now() })
  wallet.memory.write({
    order: expired,
    add: [requestState(wallet, expired)],
    done: (errand) => errand.order === order.id && errand.until === 'answered',
  })
  return expired
}

function newOrder({ now, peer }: Wallet, id: string, body: JsonObject, digest: string): Order {
  const amount = body['amount'] as JsonObject
  const expiration = typeof body['expiration'] === 'string' ? Date.parse(body['expiration']) : now() + 86_400_000
  return {
    id,
    digest,
    source: peer,
    body,
    amount: String(amount['amount']),
    currency: String(amount['currency']),
    receivedAt: now(),
    expires: expiration,
    stage: 'pending',
  }
}
