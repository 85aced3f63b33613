/** The double as a switch: requests of Masar, with the trouble asked for played on them. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Room } from '../room.ts'
import { errorBody } from '../letters.ts'
import { resourceOf, serve } from './counter.ts'
import { json } from './response.ts'

const FAULTS = ['refuse', 'delay', 'resetBefore', 'resetAfterDelivery'] as const

export async function protocolFace(room: Room, request: IncomingMessage, response: ServerResponse, body: Buffer) {
  const { method = '', url: path = '' } = request
  const fault = room.faults.take(resourceOf(path) ?? '', FAULTS)
  const note = (status: number): void =>
    room.note({ direction: 'in', method, path, status, ...(fault === undefined ? {} : { fault: fault.kind }) })
  const cut = (): void => {
    note(0)
    request.socket.destroy()
  }
  if (fault?.kind === 'resetBefore') return cut()
  if (fault?.kind === 'refuse') {
    note(503)
    return json(response, 503, errorBody('2003', 'Service currently unavailable'))
  }
  if (fault?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 200))
  const result = serve({ method, path, headers: request.headers, body }, room)
  room.wake()
  if (fault?.kind === 'resetAfterDelivery') return cut()
  const status = typeof result === 'number' ? result : result.code === '3002' ? 404 : 400
  note(status)
  if (typeof result === 'number') response.writeHead(result).end()
  else json(response, status, errorBody(result.code, result.description))
}
