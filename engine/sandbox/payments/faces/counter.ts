/** The double's FSPIOP face: which request goes where, after the strict reading. */
import { paybackOrdered, paybackQuoted } from '../paybacks.ts'
import { bill, quoteAnswered, refusedBy, requestAsked, transferAnswered, transferAsked } from '../wallet.ts'
import type { Room, Wallet } from '../room.ts'
import { admit, isObjection, shapeFault, type Admitted, type IncomingMessage, type Objection } from './strictness.ts'

const PATH = /^\/(transactionRequests|quotes|transfers)(?:\/([0-9a-f-]{36}))?(\/error)?$/

type Handler = (wallet: Wallet, id: string, message: Admitted) => void

/** Request -> HTTP status of its acknowledgement, and what it does. */
const HANDLERS: Readonly<Record<string, readonly [number, Handler]>> = {
  'POST /transactionRequests': [202, (wallet, _id, message) => bill(wallet, message)],
  'GET /transactionRequests/{id}': [202, requestAsked],
  'GET /transfers/{id}': [202, transferAsked],
  'POST /quotes': [202, (wallet, _id, message) => paybackQuoted(wallet, message)],
  'POST /transfers': [202, (wallet, _id, message) => paybackOrdered(wallet, message)],
  'PUT /quotes/{id}': [200, (wallet, id, { body }) => quoteAnswered(wallet, id, body)],
  'PUT /quotes/{id}/error': [200, (wallet, id, { body }) => refusedBy(wallet, 'quotes', id, body)],
  'PUT /transfers/{id}': [200, (wallet, id, { body }) => transferAnswered(wallet, id, body)],
  'PUT /transfers/{id}/error': [200, (wallet, id, { body }) => refusedBy(wallet, 'transfers', id, body)],
}

export const resourceOf = (path: string): string | undefined => PATH.exec(path)?.[1]

/** HTTP status, or what is wrong with the request. */
export function serve(message: IncomingMessage, room: Room): number | Objection {
  const [, resource, id, error] = PATH.exec(message.path) ?? []
  if (resource === undefined) return { code: '3002', description: 'Unknown URI' }
  const shape = `${message.method} /${resource}${id === undefined ? '' : '/{id}'}${error ?? ''}`
  const [status, handler] = HANDLERS[shape] ?? []
  if (status === undefined || handler === undefined) return { code: '3002', description: `Unknown request ${shape}` }
  const admitted = admit(message, resource, room.self, room.masar, room.now())
  if (isObjection(admitted)) return admitted
  const fault = message.method === 'GET' ? undefined : shapeFault(error === undefined ? shape : 'error', admitted.body)
  if (fault !== undefined) return fault
  handler(room, id ?? '', admitted)
  return status
}
