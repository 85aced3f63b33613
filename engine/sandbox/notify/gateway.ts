/**
 * The SMS gateway and the outbox over HTTP.
 *
 *   POST /sms            { to, text, reference }, bearer token, Idempotency-Key: 202 { id }; the same key again: 202, sent once
 *   GET /outbox          JSON, or the page for people where HTML is asked for; DELETE empties it
 *   /__double/faults     GET, POST, DELETE
 */
import type { IncomingMessage } from 'node:http'
import type { Clock } from '../../core/clock.ts'
import { isJsonObject } from '../../core/json.ts'
import { FAULT_KINDS, type FaultQueue, readFault } from './faults.ts'
import type { Outbox, Taken } from './outbox.ts'
import { outboxPage } from './page.ts'

export interface Gateway {
  readonly clock: Clock
  readonly outbox: Outbox
  readonly faults: FaultQueue
  /** Asked of senders of SMS; without it any caller may. */
  readonly token?: string
}

export interface Reply {
  readonly status: number
  readonly body: string
  readonly mediaType: string
}

type Route = (gateway: Gateway, request: IncomingMessage, body: string) => Reply

export const ROUTES: Readonly<Record<string, Route>> = {
  'GET /': page,
  'GET /outbox': (gateway, request) =>
    /text\/html/.test(request.headers.accept ?? '') ? page(gateway) : json(200, { messages: gateway.outbox.all() }),
  'DELETE /outbox': ({ outbox }) => {
    outbox.clear()
    return json(200, { messages: [] })
  },
  'POST /sms': takeSms,
  'GET /__double/faults': ({ faults }) => json(200, { faults: faults.pending() }),
  'POST /__double/faults': orderFault,
  'DELETE /__double/faults': ({ faults }) => {
    faults.clear()
    return json(200, { faults: [] })
  },
}

export function json(status: number, content: Readonly<Record<string, unknown>>): Reply {
  return { status, body: JSON.stringify({ double: true, ...content }), mediaType: 'application/json; charset=utf-8' }
}

function page({ outbox }: Gateway): Reply {
  return { status: 200, body: outboxPage(outbox.all()), mediaType: 'text/html; charset=utf-8' }
}

function takeSms(gateway: Gateway, request: IncomingMessage, body: string): Reply {
  const { token, outbox, clock } = gateway
  if (token !== undefined && request.headers.authorization !== `Bearer ${token}`)
    return json(401, { message: 'Expected Authorization: Bearer with the token of the gateway' })
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key))
    return json(400, { message: 'Expected the header Idempotency-Key of 1 to 200 visible characters' })
  if (!(request.headers['content-type'] ?? '').startsWith('application/json'))
    return json(415, { message: 'Expected Content-Type application/json' })
  const sms = readSms(parsed(body))
  if (sms === undefined)
    return json(422, { message: 'Expected { "to": "+970599000000", "text": 1 to 1000 characters, "reference"? }' })
  const before = outbox.all().find((taken) => taken.channel === 'sms' && taken.key === key)
  if (before === undefined) outbox.add({ at: clock.now(), channel: 'sms', key, ...sms })
  else if (before.to !== sms.to || before.text !== sms.text)
    return json(422, { message: 'Expected the same message under the same Idempotency-Key' })
  return json(202, { id: key, status: 'accepted' })
}

function readSms(value: unknown): Pick<Taken, 'to' | 'from' | 'text' | 'reference'> | undefined {
  if (!isJsonObject(value)) return undefined
  const { to, text, reference, sender } = value
  if (typeof to !== 'string' || !/^\+?[0-9]{6,15}$/.test(to)) return undefined
  if (typeof text !== 'string' || text === '' || text.length > 1000) return undefined
  return {
    to,
    text,
    from: typeof sender === 'string' ? sender : 'Masar',
    ...(typeof reference === 'string' ? { reference } : {}),
  }
}

function orderFault({ faults }: Gateway, _request: IncomingMessage, body: string): Reply {
  const order = readFault(parsed(body))
  if (order === undefined) {
    const message = `Expected {"kind": one of ${FAULT_KINDS.join(', ')}, "channel"?, "times"?, "skip"?} with what the kind needs`
    return json(422, { message })
  }
  faults.add(order)
  return json(201, { faults: faults.pending() })
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
