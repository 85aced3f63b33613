/**
 * Taking in news from outside: a judgment was registered, a deposit arrived. On disk first, then to those who wait.
 */
import type { Actor } from '../core/actor.ts'
import type { AgencyId, InstanceId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import type { MessageRow } from '../core/message.ts'
import { mayActFor } from '../core/policy/access.ts'
import { forbidden, invalid, type Problem } from '../core/problem.ts'
import type { EngineDeps } from '../deps.ts'
import { deliver } from '../post-office.ts'

export interface MessageRequest {
  readonly agency: AgencyId
  readonly name: string
  /** "" or absent: only starts applications. */
  readonly correlationKey?: string
  /** The sender's own id: the same message sent twice counts once. */
  readonly messageId?: string
  /** Milliseconds the message waits for a taker. Default one hour, 0 = only who waits now. */
  readonly timeToLive?: number
  readonly variables: JsonObject
}

export interface Published {
  readonly messageId: string
  /** false: this id was published before, nothing happened now. */
  readonly accepted: boolean
  readonly instances: readonly InstanceId[]
}

const HOUR = 3_600_000
const LONGEST_TIME_TO_LIVE = 366 * 24 * HOUR

export async function publishMessage(
  deps: EngineDeps,
  actor: Actor,
  request: MessageRequest,
): Promise<Published | Problem> {
  const refused = judge(actor, request)
  if (refused) return refused
  const now = deps.clock.now()
  const message: MessageRow = {
    messageId: request.messageId ?? deps.ids.uuid(),
    agency: request.agency,
    name: request.name,
    key: request.correlationKey ?? '',
    variables: request.variables,
    publishedAt: now,
    expires: now + (request.timeToLive ?? HOUR),
  }
  const result = await deps.store.commit({
    agency: request.agency,
    at: now,
    changes: [{ kind: 'publishMessage', message }],
  })
  if (result.kind === 'duplicate') return { messageId: message.messageId, accepted: false, instances: [] }
  deps.failpoint('engine.message-published')
  return { messageId: message.messageId, accepted: true, instances: await deliver(deps, message) }
}

function judge(actor: Actor, request: MessageRequest): Problem | undefined {
  if (!mayActFor(actor, request.agency))
    return forbidden('message.agency', `Expected to publish for your own agency, but found ${request.agency}`)
  if (request.name === '' || request.name.length > 200)
    return invalid('message.name', 'Expected a message name of 1 to 200 characters')
  if ((request.correlationKey ?? '').length > 500)
    return invalid('message.key', 'Expected a correlation key of at most 500 characters')
  if (request.messageId !== undefined && (request.messageId === '' || request.messageId.length > 200))
    return invalid('message.id', 'Expected a message id of 1 to 200 characters')
  const ttl = request.timeToLive ?? HOUR
  if (!Number.isFinite(ttl) || ttl < 0 || ttl > LONGEST_TIME_TO_LIVE)
    return invalid('message.time-to-live', 'Expected a time to live between 0 and 366 days in milliseconds')
  return undefined
}
