/** Taking in a signal from outside: the law has changed, the office is closed. On disk first, then to all who wait. */
import type { Actor } from '../core/actor.ts'
import type { AgencyId } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import { mayActFor } from '../core/policy/access.ts'
import { forbidden, invalid, type Problem } from '../core/problem.ts'
import { deliverSignals } from '../broadcast.ts'
import type { EngineDeps } from '../deps.ts'

export interface SignalRequest {
  readonly agency: AgencyId
  readonly name: string
  /** The sender's own id: the same signal sent twice counts once. */
  readonly signalId?: string
  readonly variables: JsonObject
}

export interface Broadcast {
  readonly signalId: string
  /** false: this id was sent before, nothing happened now. */
  readonly accepted: boolean
  /** How many applications were waiting for it and services begin with it. */
  readonly reached: number
}

/** Made before the answer; the worker makes the others. */
const AT_ONCE = 100

export async function broadcastSignal(
  deps: EngineDeps,
  actor: Actor,
  request: SignalRequest,
): Promise<Broadcast | Problem> {
  const refused = judge(actor, request)
  if (refused) return refused
  const { agency, name, variables } = request
  const signalId = request.signalId ?? deps.ids.uuid()
  const now = deps.clock.now()
  const result = await deps.store.commit({
    agency,
    at: now,
    changes: [{ kind: 'broadcastSignal', signal: { signalId, name, variables } }],
  })
  const reached = (await deps.store.signals.get(agency, name, signalId))?.reached ?? 0
  if (result.kind === 'duplicate') return { signalId, accepted: false, reached }
  if (reached > 0) await deliverSignals(deps, now, AT_ONCE, (delivery) => delivery.agency === agency)
  return { signalId, accepted: true, reached }
}

function judge(actor: Actor, request: SignalRequest): Problem | undefined {
  if (!mayActFor(actor, request.agency))
    return forbidden('signal.agency', `Expected to broadcast in your own agency, but found ${request.agency}`)
  if (request.name === '' || request.name.length > 200)
    return invalid('signal.name', 'Expected a signal name of 1 to 200 characters')
  if (request.signalId !== undefined && (request.signalId === '' || request.signalId.length > 200))
    return invalid('signal.id', 'Expected a signal id of 1 to 200 characters')
  return undefined
}
