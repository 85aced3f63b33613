/** An application that a message, a signal, a day or a condition begins, without anybody asking for it. */
import type { Actor } from '../core/actor.ts'
import type { Change } from '../core/change.ts'
import type { InstanceId, ProgramKey } from '../core/ids.ts'
import type { JsonObject } from '../core/json.ts'
import { isProblem, type Problem } from '../core/problem.ts'
import type { EngineDeps } from '../deps.ts'
import { create, KEY_RUNNING, STARTED_BEFORE, type Started } from './create-instance.ts'
import { gather, gatheringFor } from './gather-start.ts'

/** How a start that no person asked for came about. */
export interface EventStart {
  readonly program: ProgramKey
  readonly element: string
  /** Which trigger of its start event came: "message NAME", "signal NAME", "timer" or "conditional". */
  readonly part: string
  readonly variables: JsonObject
  readonly messageId?: string
  /** The name of the signal. */
  readonly signal?: string
  /** The family of applications it belongs to, when an application's message or signal started it. */
  readonly origin?: InstanceId
  /** Process and correlation key, where one application of them runs at a time. */
  readonly conversation?: string
  /** Why it may not go on by itself. */
  readonly held?: string
  /** Asking again under the same key finds the application of the first time. */
  readonly idempotencyKey?: string
  readonly changes: readonly Change[]
}

/** Start by a message, a signal, a timer or a condition. undefined: it was for this occasion before, one of its key is running, or it needs more. */
export async function startByEvent(
  deps: EngineDeps,
  actor: Actor,
  start: EventStart,
): Promise<Started | Problem | undefined> {
  const found = await deps.definitions.packageOf(start.program)
  if (found === undefined) throw new Error(`Expected the package of ${start.program} to be deployed`)
  const { variables, part: _part, ...rest } = start
  const begin = (payload: JsonObject, changes: readonly Change[]) =>
    create(deps, actor, found, {
      ...rest,
      variables: {},
      payload,
      channel: 'api',
      changes: [...start.changes, ...changes],
    })
  const gathering = gatheringFor(found, start)
  const started = await (gathering ? gather(deps, gathering, begin) : begin(variables, []))
  if (started === undefined) return undefined
  return isProblem(started) && (started.code === STARTED_BEFORE || started.code === KEY_RUNNING) ? undefined : started
}
