/** The double as a test stand: trouble on request, and what passed. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { readFault } from '../faults.ts'
import type { Room } from '../room.ts'
import { json } from './response.ts'

export function administer(room: Room, request: IncomingMessage, response: ServerResponse, body: Buffer): void {
  const what = `${request.method ?? ''} ${request.url ?? ''}`
  if (what === 'GET /__double/calls') return json(response, 200, { double: true, calls: room.calls })
  if (what === 'GET /__double/effects') return json(response, 200, { double: true, effects: room.effects.all() })
  if (what === 'GET /__double/faults') return json(response, 200, { double: true, faults: room.faults.list() })
  if (what === 'DELETE /__double/faults') {
    room.faults.clear()
    return json(response, 200, { double: true, faults: [] })
  }
  if (what !== 'POST /__double/faults') return json(response, 404, { double: true, error: 'Unknown address' })
  const fault = readFault(parsed(body))
  if (fault === undefined)
    return json(response, 400, { double: true, error: 'Expected {kind, times?, resource?, ms?}' })
  room.faults.add(fault)
  return json(response, 201, { double: true, faults: room.faults.list() })
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
