/**
 * An operator ends all running applications of a service, or of an agency, some at each call.
 *
 * From the newest back to the oldest, so that those which begin meanwhile, or cannot be ended, are not met again.
 */
import type { Actor } from '../core/actor.ts'
import type { InstanceId } from '../core/ids.ts'
import { isProblem, type Problem } from '../core/problem.ts'
import type { EngineDeps } from '../deps.ts'
import { cancelInstance } from './incidents.ts'
import { isDone, oneOfMany } from './one-of-many.ts'
import { heldAgency, type Held } from './service-suspension.ts'

export interface Cancellation extends Held {
  readonly reason: string
  /** `next` of the call before. */
  readonly after?: string
  /** How many applications are looked at in one call, 1 to 200. */
  readonly limit: number
}

export interface Cancelled {
  readonly canceled: number
  readonly failed: readonly { readonly id: InstanceId; readonly code: string; readonly detail: string }[]
  /** There are more to look at. */
  readonly next?: string
}

export async function cancelInstances(
  deps: EngineDeps,
  actor: Actor,
  { reason, after, limit, ...held }: Cancellation,
): Promise<Cancelled | Problem> {
  const agency = await heldAgency(deps, actor, held)
  if (isProblem(agency)) return agency
  const page = await deps.store.instances.list({
    agency,
    running: true,
    limit,
    ...(held.packageId === undefined ? {} : { packageId: held.packageId }),
    ...(after === undefined ? {} : { after }),
  })
  const failed: Cancelled['failed'][number][] = []
  let canceled = 0
  for (const { id } of page.items) {
    const moved = await oneOfMany(() => cancelInstance(deps, actor, id, reason))
    if (!isProblem(moved)) canceled++
    else if (!isDone(moved)) failed.push({ id, code: moved.code, detail: moved.detail })
  }
  return { canceled, failed, ...(page.next === undefined ? {} : { next: page.next }) }
}
