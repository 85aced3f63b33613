/** The double as a payer's wallet: pages with buttons for people, the same with JSON for scripts. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Room } from '../room.ts'
import { decide } from '../wallet.ts'
import { billPage, billsPage } from './payer-page.ts'
import { html, json } from './response.ts'

export function payerFace(room: Room, request: IncomingMessage, response: ServerResponse): void {
  const [, , id = '', decision] = (request.url ?? '').split('?')[0]?.split('/') ?? []
  const wantsJson = /json/.test(`${request.headers.accept ?? ''} ${request.headers['content-type'] ?? ''}`)
  if (request.method === 'POST' && (decision === 'approve' || decision === 'reject')) {
    const order = decide(room, id, decision)
    room.wake()
    if (order === undefined) return json(response, 404, { double: true, error: `No bill ${id}` })
    if (wantsJson) return json(response, 200, { double: true, id, stage: order.stage })
    return void response.writeHead(303, { Location: `/payer/${id}` }).end()
  }
  if (id === '' && wantsJson) return json(response, 200, { double: true, orders: room.memory.orders() })
  if (id === '') return html(response, 200, billsPage(room.memory.orders()))
  const order = room.memory.order(id)
  if (order === undefined) return html(response, 404, billsPage(room.memory.orders()))
  if (wantsJson) return json(response, 200, { double: true, ...order })
  return html(response, 200, billPage(order))
}
