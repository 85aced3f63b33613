/**
 * What came of one attempt: answered, not found, refused by the provider, not delivered, perhaps carried out, or never
 * going to work.
 *
 * Who speaks decides. X-Road-Error: a security server, and its code is looked up in errors.ts. No X-Road-Error but our
 * own X-Road-Id: the provider itself, so a 404 is a fact about the citizen. Neither: some proxy in between, whose 404
 * says nothing about anybody and is never taken for an answer.
 */
import type { IncomingHttpHeaders } from 'node:http'
import { isJsonObject, type JsonValue } from '../../core/json.ts'
import type { CallOutcome } from '../../core/evidence.ts'
import { faultClass, type FaultClass } from './errors.ts'
import { readReply } from './wire/reply.ts'
import type { Sent } from './wire/transport.ts'

export type Verdict =
  | { readonly kind: 'answered' | 'notFound' | 'refused'; readonly status: number; readonly body: JsonValue }
  | Fault

export interface Fault {
  readonly kind: FaultClass
  /** X-Road-Error, or a word of ours such as "TIMEOUT". */
  readonly type: string
  /** Number to quote to the operator of the security server. */
  readonly detail?: string
  readonly reason: string
  /** The provider certainly had the request, although its answer is of no use. */
  readonly reached?: boolean
}

export const CALL_OUTCOMES: Readonly<Record<Verdict['kind'], CallOutcome>> = {
  answered: 'answered',
  notFound: 'notFound',
  refused: 'refused',
  permanent: 'refused',
  notDelivered: 'notDelivered',
  ambiguous: 'ambiguous',
}

export function verdictOf(sent: Sent, messageId: string): Verdict {
  switch (sent.kind) {
    case 'lost':
      return lost(sent)
    case 'tooLarge':
      return {
        ...fault('permanent', 'REPLY_TOO_LARGE', `Expected an answer of at most ${sent.limit} bytes, but found more`),
        reached: true,
      }
    case 'answer':
      return header(sent.headers, 'x-road-error') === undefined ? answered(sent, messageId) : busFault(sent)
  }
}

type Answer = Extract<Sent, { kind: 'answer' }>

function answered(answer: Answer, messageId: string): Verdict {
  const { status, headers } = answer
  if (status >= 300 && status < 400)
    return { ...statusFault('permanent', status, 'found a redirect, which is not followed'), reached: true }
  if (header(headers, 'x-road-id') !== messageId)
    return {
      ...statusFault('ambiguous', status, `found one to another message than ${messageId}`),
      type: 'NOT_FROM_THE_BUS',
    }
  if (status >= 500 || status === 408) return statusFault('ambiguous', status, 'the provider failed')
  if (status === 429) return statusFault('notDelivered', status, 'the provider is too busy')
  const reply = readReply(headers, answer.body)
  if (reply.kind === 'read') return { kind: replyKind(status), status, body: reply.body }
  if (status >= 400) return { kind: replyKind(status), status, body: null }
  return fault('ambiguous', 'UNREADABLE_REPLY', reply.reason)
}

const statusFault = (kind: FaultClass, status: number, found: string): Fault =>
  fault(kind, `HTTP_${status}`, `Expected an answer, but ${found} (status ${status})`)

/** What a provider's status below 500 says about the request. */
export function replyKind(status: number): 'answered' | 'notFound' | 'refused' {
  if (status < 400) return 'answered'
  return status === 404 ? 'notFound' : 'refused'
}

function busFault(answer: Answer): Fault {
  const type = (header(answer.headers, 'x-road-error') ?? '').slice(0, 200)
  const { message, detail } = faultBody(answer)
  const kind = faultClass(type)
  const says = message === undefined ? '' : `: ${message.slice(0, 300)}`
  const quote = detail === undefined ? '' : ` (quote ${detail.slice(0, 80)} to its operator)`
  return {
    ...fault(kind, type, `Expected an answer, but the data bus reports ${type}${says}${quote}`),
    ...(detail === undefined ? {} : { detail: detail.slice(0, 80) }),
  }
}

function faultBody(answer: Answer): { message?: string; detail?: string } {
  const reply = readReply(answer.headers, answer.body)
  if (reply.kind !== 'read' || !isJsonObject(reply.body)) return {}
  const { message, detail } = reply.body
  return { ...(typeof message === 'string' ? { message } : {}), ...(typeof detail === 'string' ? { detail } : {}) }
}

const lost = (sent: Extract<Sent, { kind: 'lost' }>): Fault =>
  sent.delivered
    ? fault('ambiguous', sent.code, `Expected an answer, but the connection was lost after sending (${sent.code})`)
    : fault(
        'notDelivered',
        sent.code,
        `Expected a connection to the security server, but there was none (${sent.code})`,
      )

export function header(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' ? value : value?.[0]
}

const fault = (kind: FaultClass, type: string, reason: string): Fault => ({ kind, type, reason })
