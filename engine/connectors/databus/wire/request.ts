/**
 * A call as the security server wants it (PR-REST 4): address, X-Road headers, body.
 *
 * Exactly one X-Road-Client, from the operator's settings; X-Road-Issue carries the citizen's reference number, so that
 * both agencies' logs lead back to the case. X-Road-Request-Id and X-Road-Request-Hash belong to the security server and
 * are never sent.
 */
import { invalid, type Problem } from '../../../core/problem.ts'
import type { BusCall } from '../call.ts'
import type { Line } from './connection.ts'
import { servicePath } from '../service-id.ts'
import type { WireRequest } from './transport.ts'

/** Longer addresses are cut or refused somewhere on the way. */
const ADDRESS_LENGTH = 2000

export interface Sender {
  /** Encoded X-Road-Client. */
  readonly client: string
  readonly messageId: string
  readonly key: string
  readonly reference: string
  /** Encoded X-Road-Represented-Party: "COM/562400101"; absent where somebody applies for themselves. */
  readonly representedParty?: string
}

export function wireRequest(call: BusCall, sender: Sender, line: Line, totalMs: number): WireRequest | Problem {
  const base = line.baseUrl.pathname.replace(/\/$/, '')
  const query = call.query === '' ? '' : `?${call.query}`
  const path = `${base}${servicePath(call.service)}${call.path}${query}`
  const length = line.baseUrl.origin.length + path.length
  if (length >= ADDRESS_LENGTH)
    return invalid(
      'databus.input',
      `Expected an address of less than ${ADDRESS_LENGTH} characters, but path and query make ${length}; send the data in the body`,
    )
  const body = call.body === undefined ? undefined : Buffer.from(call.body, 'utf8')
  return {
    method: call.method,
    path,
    headers: headersOf(call, sender, body),
    ...(body === undefined ? {} : { body }),
    totalMs: Math.min(totalMs, call.timeoutMs ?? totalMs),
    fresh: !call.repeatable,
  }
}

function headersOf(call: BusCall, sender: Sender, body: Buffer | undefined): Record<string, string> {
  return {
    ...call.headers,
    Accept: 'application/json',
    'Accept-Encoding': 'identity',
    'X-Road-Client': sender.client,
    'X-Road-Id': sender.messageId,
    'X-Road-Issue': sender.reference,
    'Idempotency-Key': sender.key,
    ...(sender.representedParty === undefined ? {} : { 'X-Road-Represented-Party': sender.representedParty }),
    ...(call.userId === undefined ? {} : { 'X-Road-UserId': call.userId }),
    ...(body === undefined ? {} : { 'Content-Type': 'application/json', 'Content-Length': String(body.length) }),
  }
}
