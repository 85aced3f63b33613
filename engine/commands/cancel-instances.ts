/** An operator ends all running applications of a service, or of an agency, some at each call. */
import type { Actor } from '../core/actor.ts'
import type { InstanceId } from '../core/ids.ts'
import { isProblem, type Problem } from '../core/problem.ts'
import type { EngineDeps } from '../deps.ts'
import { cancelInstance } from './incidents.ts'
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
  for (const { id } of page.items) {
    const moved = await cancelInstance(deps, actor, id, reason)
    if (isProblem(moved)) failed.push({ id, code: moved.code, detail: moved.detail })
  }
  const canceled = page.items.length - failed.length
  return { canceled, failed, ...(page.next === undefined ? {} : { next: page.next }) }
}
