/** The messages the double writes to Masar, as a switch and as the payer's bank; each an errand for the courier. */
import { randomUUID } from 'node:crypto'
import type { JsonObject } from '../../core/json.ts'
import { canonical } from './canonical.ts'
import type { Errand } from './memory.ts'
import type { Order, Stage } from './order.ts'

export type Letter = Omit<Errand, 'id' | 'tries'>

/** Who writes to whom, and when. */
export interface Correspondence {
  readonly self: string
  readonly peer: string
  readonly now: () => number
}

const REQUEST_STATES: Readonly<Record<Stage, string>> = {
  pending: 'RECEIVED',
  quoting: 'ACCEPTED',
  transferring: 'ACCEPTED',
  paid: 'ACCEPTED',
  rejected: 'REJECTED',
  expired: 'REJECTED',
}

const TRANSFER_STATES: Readonly<Record<Stage, string>> = {
  pending: 'ABORTED',
  quoting: 'ABORTED',
  transferring: 'RESERVED',
  paid: 'COMMITTED',
  rejected: 'ABORTED',
  expired: 'ABORTED',
}

export const errorBody = (code: string, description: string): JsonObject => ({
  errorInformation: { errorCode: code, errorDescription: description.slice(0, 128) },
})

/** PUT …/{id}/error. */
export const errorLetter = (
  by: Correspondence,
  resource: Errand['resource'],
  id: string,
  code: string,
  description: string,
): Letter => letter(by, id, 'PUT', resource, `/${id}/error`, errorBody(code, description))

/** PUT /transactionRequests/{id}: where the bill stands; an expired one is told as an error. */
export function requestState(by: Correspondence, order: Order): Letter {
  if (order.stage === 'expired')
    return errorLetter(by, 'transactionRequests', order.id, '3301', 'Transaction request expired')
  return letter(by, order.id, 'PUT', 'transactionRequests', `/${order.id}`, {
    transactionRequestState: REQUEST_STATES[order.stage],
    ...(order.transactionId === undefined ? {} : { transactionId: order.transactionId }),
  })
}

/** PATCH tells the end of a transfer, PUT answers a question about it. */
export function transferState(by: Correspondence, order: Order, method: 'PUT' | 'PATCH'): Letter {
  return letter(by, order.id, method, 'transfers', `/${order.transferId ?? ''}`, {
    transferState: TRANSFER_STATES[order.stage],
    completedTimestamp: new Date(order.endedAt ?? by.now()).toISOString(),
    ...(method === 'PUT' && order.fulfilment !== undefined ? { fulfilment: order.fulfilment } : {}),
  })
}

/** POST /quotes, again until it is answered. */
export function quoteRequest(by: Correspondence, order: Order): Letter {
  const body = {
    quoteId: order.quoteId ?? '',
    transactionId: order.transactionId ?? '',
    transactionRequestId: order.id,
    payee: order.body['payee'] ?? {},
    payer: { partyIdInfo: { ...(order.body['payer'] as JsonObject), fspId: by.self } },
    amountType: 'RECEIVE',
    amount: order.body['amount'] ?? {},
    transactionType: order.body['transactionType'] ?? {},
    expiration: new Date(Math.min(order.expires, by.now() + 600_000)).toISOString(),
  }
  return { ...letter(by, order.id, 'POST', 'quotes', '', body), until: 'answered' }
}

/** POST /transfers, again until it is answered. */
export function transferRequest(by: Correspondence, order: Order, ilpPacket: string): Letter {
  const body = {
    transferId: order.transferId ?? '',
    payeeFsp: by.peer,
    payerFsp: by.self,
    amount: order.body['amount'] ?? {},
    ilpPacket,
    condition: order.condition ?? '',
    expiration: new Date(order.transferExpires ?? 0).toISOString(),
  }
  return { ...letter(by, order.id, 'POST', 'transfers', '', body), until: 'answered' }
}

export const freshId = (): string => randomUUID()

export function letter(
  by: Correspondence,
  order: string,
  method: Errand['method'],
  resource: Errand['resource'],
  rest: string,
  body: JsonObject,
): Letter {
  return {
    order,
    method,
    resource,
    path: `/${resource}${rest}`,
    body: canonical(body),
    until: 'accepted',
    due: by.now(),
  }
}
