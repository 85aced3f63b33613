/**
 * The payer with a wallet, and the switch between the wallet and Masar: what happens to a bill from the moment it is
 * shown until the money has moved. Every step is one durable write that also holds the messages it owes.
 */
import { createHash, randomUUID } from 'node:crypto'
import type { JsonObject } from '../../core/json.ts'
import { canonical } from './canonical.ts'
import type { Effects } from './effects.ts'
import type { Faults } from './faults.ts'
import type { Errand, Memory } from './memory.ts'
import { staged, type Order } from './order.ts'
import type { Admitted, Objection } from './faces/strictness.ts'

export interface Wallet {
  /** POST /transactionRequests. */
  bill(message: Admitted, source: string): void
  /** The payer decides; undefined where there is no such bill. A decision already taken stays. */
  decide(id: string, decision: 'approve' | 'reject'): Order | undefined
  quoteAnswered(quoteId: string, body: JsonObject): void
  transferAnswered(transferId: string, body: JsonObject): void
  quoteRefused(quoteId: string, body: JsonObject): void
  transferRefused(transferId: string, body: JsonObject): void
  requestAsked(id: string): void
  transferAsked(id: string): void
  /** Bills whose time is over. */
  expire(): void
}

export interface WalletDeps {
  readonly memory: Memory
  readonly effects: Effects
  readonly faults: Faults
  readonly now: () => number
  readonly self: string
  readonly peer: string
  /** Lifetime of a transfer in milliseconds. */
  readonly transferLife: number
}

type NewErrand = Omit<Errand, 'id' | 'tries'>

export function wallet(deps: WalletDeps): Wallet {
  const { memory, effects, faults, now } = deps
  const errand = (
    order: string,
    method: Errand['method'],
    resource: Errand['resource'],
    rest: string,
    body: JsonObject,
    until: Errand['until'] = 'accepted',
  ): NewErrand => ({ order, method, resource, path: `/${resource}${rest}`, body: canonical(body), until, due: now() })

  const requestState = (order: Order): NewErrand =>
    order.stage === 'expired'
      ? errand(
          order.id,
          'PUT',
          'transactionRequests',
          `/${order.id}/error`,
          errorBody('3301', 'Transaction request expired'),
        )
      : errand(order.id, 'PUT', 'transactionRequests', `/${order.id}`, {
          transactionRequestState: STATE_NAMES[order.stage],
          ...(order.transactionId === undefined ? {} : { transactionId: order.transactionId }),
        })

  const transferState = (order: Order, method: 'PUT' | 'PATCH', state: string): NewErrand =>
    errand(order.id, method, 'transfers', `/${order.transferId ?? ''}`, {
      transferState: state,
      completedTimestamp: new Date(order.endedAt ?? now()).toISOString(),
      ...(method === 'PUT' && order.fulfilment !== undefined ? { fulfilment: order.fulfilment } : {}),
    })

  const answered = (resource: Errand['resource'], order: Order) => (it: Errand) =>
    it.order === order.id && it.resource === resource && it.until === 'answered'

  /** The money goes back to the payer, who may try again. */
  function fail(order: Order, resource: 'quotes' | 'transfers', failure: string): void {
    memory.write({ order: staged(order, 'pending', { failure }), done: answered(resource, order) })
  }

  function commit(order: Order, fulfilment: string): void {
    const mute = faults.take('transfers', ['noPatch']) !== undefined
    const paid = staged(order, 'paid', { fulfilment, endedAt: now(), mute })
    const { id: key, amount, currency } = order
    effects.add({ kind: 'committed', key, transferId: order.transferId ?? '', amount, currency })
    memory.write({
      order: paid,
      done: answered('transfers', order),
      add: mute ? [] : [transferState(paid, 'PATCH', 'COMMITTED')],
    })
  }

  function abort(order: Order, failure: string): void {
    const back = staged(order, 'pending', { failure, endedAt: now() })
    memory.write({
      order: back,
      done: answered('transfers', order),
      add: [transferState(back, 'PATCH', 'ABORTED')],
    })
  }

  function expireOne(order: Order): Order {
    const expired = staged(order, 'expired', { endedAt: now() })
    memory.write({
      order: expired,
      add: [requestState(expired)],
      done: (it) => it.order === order.id && it.until === 'answered',
    })
    return expired
  }

  return {
    bill({ body, digest }, source) {
      const id = String(body['transactionRequestId'])
      const known = memory.order(id)
      if (known !== undefined) {
        const same = known.digest === digest
        effects.add({ kind: 'repeat', key: id, digest, same })
        memory.write({
          add: [
            same
              ? requestState(known)
              : errand(id, 'PUT', 'transactionRequests', `/${id}/error`, errorBody('3106', 'Modified request')),
          ],
        })
        return
      }
      const order = newOrder(id, body, digest, source, now())
      const { amount, currency } = order
      effects.add({ kind: 'charge', key: id, digest, amount, currency, note: String(body['note'] ?? '') })
      memory.write({ order, add: [requestState(order)] })
    },
    decide(id, decision) {
      const order = memory.order(id)
      if (order === undefined || order.stage !== 'pending') return order
      if (now() >= order.expires) return expireOne(order)
      const next = decision === 'reject' ? rejected(order, now()) : approved(order)
      memory.write({
        order: next,
        add: [
          decision === 'reject'
            ? requestState(next)
            : errand(id, 'POST', 'quotes', '', quoteRequest(next, deps), 'answered'),
        ],
      })
      return next
    },
    quoteAnswered(quoteId, body) {
      const order = memory.orderBy('quoteId', quoteId)
      if (order?.stage !== 'quoting') return
      const transfer = body['transferAmount'] as JsonObject
      if (transfer['amount'] !== order.amount || transfer['currency'] !== order.currency)
        return fail(order, 'quotes', 'another amount was quoted')
      const next = staged(order, 'transferring', {
        transferId: randomUUID(),
        condition: String(body['condition']),
        transferExpires: Math.min(now() + deps.transferLife, Date.parse(String(body['expiration']))),
      })
      memory.write({
        order: next,
        done: answered('quotes', order),
        add: [
          errand(order.id, 'POST', 'transfers', '', transferRequest(next, String(body['ilpPacket']), deps), 'answered'),
        ],
      })
    },
    transferAnswered(transferId, body) {
      const order = memory.orderBy('transferId', transferId)
      if (order === undefined) return
      if (order.stage === 'paid' && order.mute !== true)
        return memory.write({ add: [transferState(order, 'PATCH', 'COMMITTED')] })
      if (order.stage !== 'transferring') return
      const fulfilment = String(body['fulfilment'] ?? '')
      const condition = createHash('sha256').update(Buffer.from(fulfilment, 'base64url')).digest('base64url')
      if (condition !== order.condition) return abort(order, 'the fulfilment did not fit the condition')
      if (now() >= (order.transferExpires ?? 0)) return abort(order, 'the transfer took too long')
      if (faults.take('transfers', ['abort']) !== undefined) return abort(order, 'aborted on request')
      commit(order, fulfilment)
    },
    quoteRefused(quoteId, body) {
      const order = memory.orderBy('quoteId', quoteId)
      if (order?.stage === 'quoting') fail(order, 'quotes', errorText(body))
    },
    transferRefused(transferId, body) {
      const order = memory.orderBy('transferId', transferId)
      if (order?.stage === 'transferring') fail(order, 'transfers', errorText(body))
    },
    requestAsked(id) {
      const order = memory.order(id)
      const unknown = errorBody('3206', 'Transaction request ID not found')
      memory.write({
        add: [
          order === undefined ? errand(id, 'PUT', 'transactionRequests', `/${id}/error`, unknown) : requestState(order),
        ],
      })
    },
    transferAsked(id) {
      const order = memory.orderBy('transferId', id)
      const unknown = errorBody('3208', 'Transfer ID not found')
      memory.write({
        add: [
          order === undefined
            ? errand('', 'PUT', 'transfers', `/${id}/error`, unknown)
            : transferState(order, 'PUT', TRANSFER_NAMES[order.stage]),
        ],
      })
    },
    expire() {
      for (const order of memory.orders())
        if ((order.stage === 'pending' || order.stage === 'quoting') && now() >= order.expires) expireOne(order)
    },
  }
}

const STATE_NAMES: Readonly<Record<Order['stage'], string>> = {
  pending: 'RECEIVED',
  quoting: 'ACCEPTED',
  transferring: 'ACCEPTED',
  paid: 'ACCEPTED',
  rejected: 'REJECTED',
  expired: 'REJECTED',
}

const TRANSFER_NAMES: Readonly<Record<Order['stage'], string>> = {
  pending: 'ABORTED',
  quoting: 'ABORTED',
  transferring: 'RESERVED',
  paid: 'COMMITTED',
  rejected: 'ABORTED',
  expired: 'ABORTED',
}

function newOrder(id: string, body: JsonObject, digest: string, source: string, now: number): Order {
  const amount = body['amount'] as JsonObject
  const expiration = typeof body['expiration'] === 'string' ? Date.parse(body['expiration']) : now + 86_400_000
  return {
    id,
    digest,
    source,
    body,
    amount: String(amount['amount']),
    currency: String(amount['currency']),
    receivedAt: now,
    expires: expiration,
    stage: 'pending',
  }
}

const rejected = (order: Order, now: number): Order => staged(order, 'rejected', { endedAt: now })

const approved = (order: Order): Order =>
  staged(order, 'quoting', { quoteId: randomUUID(), transactionId: order.transactionId ?? randomUUID() })

function quoteRequest(order: Order, { self, now }: WalletDeps): JsonObject {
  return {
    quoteId: order.quoteId ?? '',
    transactionId: order.transactionId ?? '',
    transactionRequestId: order.id,
    payee: order.body['payee'] ?? {},
    payer: { partyIdInfo: { ...(order.body['payer'] as JsonObject), fspId: self } },
    amountType: 'RECEIVE',
    amount: order.body['amount'] ?? {},
    transactionType: order.body['transactionType'] ?? {},
    expiration: new Date(Math.min(order.expires, now() + 600_000)).toISOString(),
  }
}

function transferRequest(order: Order, ilpPacket: string, { self, peer }: WalletDeps): JsonObject {
  return {
    transferId: order.transferId ?? '',
    payeeFsp: peer,
    payerFsp: self,
    amount: order.body['amount'] ?? {},
    ilpPacket,
    condition: order.condition ?? '',
    expiration: new Date(order.transferExpires ?? 0).toISOString(),
  }
}

export const errorBody = (code: string, description: string): JsonObject => ({
  errorInformation: { errorCode: code, errorDescription: description.slice(0, 128) },
})

export const objectionBody = (objection: Objection): JsonObject => errorBody(objection.code, objection.description)

function errorText(body: JsonObject): string {
  const error = body['errorInformation'] as JsonObject
  return `${String(error['errorCode'])} ${String(error['errorDescription'])}`
}
