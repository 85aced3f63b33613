/** The double's one address: a switch, a payer's page and a test stand behind the same door; every answer says "double". */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Room } from '../room.ts'
import { administer } from './admin.ts'
import { payerFace } from './payer.ts'
import { protocolFace } from './protocol.ts'
import { json } from './response.ts'

const MAX_BODY = 6 * 1024 * 1024

export async function answer(room: Room, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('X-Masar-Double', 'payments')
  const path = request.url ?? '/'
  try {
    const body = await bodyOf(request)
    if (path.startsWith('/__double/')) return administer(room, request, response, body)
    if (path === '/' || path.startsWith('/payer')) return payerFace(room, request, response)
    await protocolFace(room, request, response, body)
  } catch (error) {
    if (!response.headersSent) json(response, 500, { double: true, error: String(error) })
  }
}

/** Read to its end in any case; what is beyond the limit is dropped, and the body is then refused for its form. */
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size <= MAX_BODY) chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
