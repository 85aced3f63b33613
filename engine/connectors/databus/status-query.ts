/**
 * "Did my request arrive?": what a provider's status service answers about a call that was lost on the way.
 *
 * A provider whose POST cannot be repeated may offer a service with this contract, named in the task's input
 * `statusService`: GET with `messageId` (our X-Road-Id) and `key` (our Idempotency-Key) answers 200 with
 * `{"state": "done", "status": 201, "body": {...}}` and the reply it gave, `{"state": "running"}`, or
 * `{"state": "unknown"}`; 404 means unknown too. Unknown is a promise that the request was not and will not be carried
 * out, so that it may be sent again.
 */
import { isJsonObject } from '../../core/json.ts'
import type { BusCall } from './call.ts'
import type { ServiceId } from './service-id.ts'
import { replyKind, type Verdict } from './verdict.ts'

export type MessageState =
  /** Carried out; the verdict on the reply it gave. */
  | { readonly kind: 'done'; readonly verdict: Verdict }
  | { readonly kind: 'running'; readonly reason: string }
  | { readonly kind: 'unknown' }
  /** The status service itself did not say. */
  | { readonly kind: 'untold'; readonly reason: string }

export function statusCall(service: ServiceId, messageId: string, key: string): BusCall {
  const query = `messageId=${encodeURIComponent(messageId)}&key=${encodeURIComponent(key)}`
  return { service, method: 'GET', path: '', query, headers: {}, repeatable: true }
}

export function messageState(verdict: Verdict): MessageState {
  if (verdict.kind === 'notFound') return { kind: 'unknown' }
  if (verdict.kind !== 'answered')
    return untold('reason' in verdict ? verdict.reason : `the status service answered ${verdict.status}`)
  const { body } = verdict
  if (!isJsonObject(body)) return untold('the status service gave no state')
  const { state, status, body: reply } = body
  if (state === 'unknown') return { kind: 'unknown' }
  if (state === 'running') return { kind: 'running', reason: 'the provider is still at work on the request' }
  if (state !== 'done') return untold('Expected the state done, running or unknown, but found another')
  const code = typeof status === 'number' ? status : 200
  return { kind: 'done', verdict: { kind: replyKind(code), status: code, body: reply ?? null } }
}

const untold = (reason: string): MessageState => ({ kind: 'untold', reason })
