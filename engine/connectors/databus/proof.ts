/**
 * The evidence of a call: what goes into the record for every attempt, and the few numbers that go into the case.
 *
 * With message id, request id and request hash anybody can fetch the signed container of the exchange from the security
 * server for as long as it keeps it, and check that the digests here are those of what was sent and answered.
 */
import { createHash } from 'node:crypto'
import type { ConnectorJob } from '../../core/connector.ts'
import type { BusCallRow } from '../../core/evidence.ts'
import type { JsonObject } from '../../core/json.ts'
import { CALL_OUTCOMES, header, type Verdict } from './verdict.ts'
import type { Sent, WireRequest } from './wire/transport.ts'

/** What is known of a call before it is made. */
export interface Asked {
  readonly job: ConnectorJob
  readonly client: string
  readonly service: string
  readonly messageId: string
  readonly wire: WireRequest
  readonly at: number
}

/** Written before a call that must not be repeated blindly: whatever happens next, it may have been sent. */
export const SENDING = 'SENDING'

export function sendingRow(asked: Asked): BusCallRow {
  return { ...baseRow(asked), took: 0, errorType: SENDING, outcome: 'ambiguous' }
}

export function callRow(asked: Asked, sent: Sent, verdict: Verdict, now: number): BusCallRow {
  const headers = sent.kind === 'lost' ? {} : sent.headers
  const requestId = header(headers, 'x-road-request-id')
  const requestHash = header(headers, 'x-road-request-hash')
  return {
    ...baseRow(asked),
    took: Math.max(0, now - asked.at),
    ...(requestId === undefined ? {} : { requestId }),
    ...(requestHash === undefined ? {} : { requestHash }),
    ...(sent.kind === 'answer' ? { responseDigest: sha256(sent.body) } : {}),
    ...(sent.kind === 'lost' ? {} : { status: sent.status }),
    ...('type' in verdict ? { errorType: verdict.type } : {}),
    ...('detail' in verdict && verdict.detail !== undefined ? { errorDetail: verdict.detail } : {}),
    outcome: CALL_OUTCOMES[verdict.kind],
  }
}

/** The part of the evidence that becomes a variable of the case. */
export function evidenceOf(row: BusCallRow): JsonObject {
  return {
    messageId: row.messageId,
    requestId: row.requestId ?? null,
    requestHash: row.requestHash ?? null,
    at: new Date(row.at).toISOString(),
    service: row.service,
  }
}

function baseRow(asked: Asked): Omit<BusCallRow, 'took' | 'outcome'> {
  const { job, wire } = asked
  return {
    agency: job.agency,
    instance: job.instance,
    job: job.key,
    attempt: job.attempt,
    at: asked.at,
    client: asked.client,
    service: asked.service,
    method: wire.method,
    messageId: asked.messageId,
    ...(wire.body === undefined ? {} : { requestDigest: sha256(wire.body) }),
  }
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
