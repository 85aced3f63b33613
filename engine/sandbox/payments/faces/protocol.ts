/** The double as a switch: requests of Masar, with the trouble asked for played on them. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Room } from '../room.ts'
import { objectionBody } from '../wallet.ts'
import { resourceOf, serve } from './counter.ts'
import { json } from './response.ts'

export async function protocolFace(room: Room, request: IncomingMessage, response: ServerResponse, body: Buffer) {
  const { method = '', url: path = '' } = request
  const fault = room.faults.take(resourceOf(path) ?? '', ['refuse', 'delay', 'resetBefore', 'resetAfterDelivery'])
  const note = (status: number): void =>
    room.note({ direction: 'in', method, path, status, ...(fault === undefined ? {} : { fault: fault.kind }) })
  if (fault?.kind === 'resetBefore') {
    note(0)
    return void request.socket.destroy()
  }
  if (fault?.kind === 'refuse') {
    note(503)
    return json(response, 503, objectionBody({ code: '2003', description: 'Service currently unavailable' }))
  }
  if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 200))
  const result = serve({ method, path, headers: request.headers, body }, room.wallet, room.self, room.masar, room.now())
  room.wake()
  if (fault?.kind === 'resetAfterDelivery') {
    note(0)
    return void request.socket.destroy()
  }
  const status = typeof result === 'number' ? result : result.code === '3002' ? 404 : 400
  note(status)
  if (typeof result === 'number') response.writeHead(result).end()
  else json(response, status, objectionBody(result))
}
