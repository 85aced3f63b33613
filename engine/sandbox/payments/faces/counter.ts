/** The double's FSPIOP face: which request goes where, after the strict reading. */
import type { JsonObject } from '../../../core/json.ts'
import { admit, isObjection, shapeFault, type IncomingMessage, type Objection, type Participant } from './strictness.ts'
import type { Wallet } from '../wallet.ts'

const PATH = /^\/(transactionRequests|quotes|transfers)(?:\/([0-9a-f-]{36}))?(\/error)?$/

type Handler = (wallet: Wallet, id: string, message: { body: JsonObject; digest: string }, peer: string) => number

const HANDLERS: Readonly<Record<string, Handler>> = {
  'POST /transactionRequests': (wallet, _id, message, peer) => {
    wallet.bill(message, peer)
    return 202
  },
  'GET /transactionRequests/{id}': (wallet, id) => {
    wallet.requestAsked(id)
    return 202
  },
  'GET /transfers/{id}': (wallet, id) => {
    wallet.transferAsked(id)
    return 202
  },
  'PUT /quotes/{id}': (wallet, id, { body }) => {
    wallet.quoteAnswered(id, body)
    return 200
  },
  'PUT /quotes/{id}/error': (wallet, id, { body }) => {
    wallet.quoteRefused(id, body)
    return 200
  },
  'PUT /transfers/{id}': (wallet, id, { body }) => {
    wallet.transferAnswered(id, body)
    return 200
  },
  'PUT /transfers/{id}/error': (wallet, id, { body }) => {
    wallet.transferRefused(id, body)
    return 200
  },
}

export const resourceOf = (path: string): string | undefined => PATH.exec(path)?.[1]

/** HTTP status, or what is wrong with the request. */
export function serve(
  message: IncomingMessage,
  wallet: Wallet,
  self: string,
  peer: Participant,
  now: number,
): number | Objection {
  const place = PATH.exec(message.path)
  const resource = place?.[1]
  if (place === null || resource === undefined) return { code: '3002', description: 'Unknown URI' }
  const shape = `${message.method} /${resource}${place[2] === undefined ? '' : '/{id}'}${place[3] ?? ''}`
  const handler = HANDLERS[shape]
  if (handler === undefined) return { code: '3002', description: `Unknown request ${shape}` }
  const admitted = admit(message, resource, self, peer, now)
  if (isObjection(admitted)) return admitted
  const fault =
    message.method === 'GET' ? undefined : shapeFault(place[3] === undefined ? shape : 'error', admitted.body)
  return fault ?? handler(wallet, place[2] ?? '', admitted, peer.fspId)
}
