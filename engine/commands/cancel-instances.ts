/** An operator ends all running applications of a service, or of an agency, some at each call. */
import type { Actor } from '../core/actor.ts'
import type { AgencyId, InstanceId } from '../core/ids.ts'
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

/** The running ones first, then the suspended ones: `next` says which of the two it goes on with. */
const STATUSES = ['active', 'suspended'] as const
const DIVIDER = ' '

export async function cancelInstances(
  deps: EngineDeps,
  actor: Actor,
  { reason, after = STATUSES[0], limit, ...held }: Cancellation,
): Promise<Cancelled | Problem> {
  const agency = await heldAgency(deps, actor, held)
  if (isProblem(agency)) return agency
  const [word = '', from] = after.split(DIVIDER)
  const status = STATUSES.find((it) => it === word) ?? STATUSES[0]
  const page = await pageOf(deps, agency, held.packageId, status, from, limit)
  const failed: Cancelled['failed'][number][] = []
  for (const { id } of page.items) {
    const moved = await cancelInstance(deps, actor, id, reason)
    if (isProblem(moved)) failed.push({ id, code: moved.code, detail: moved.detail })
  }
  const canceled = page.items.length - failed.length
  const next = page.next === undefined ? followerOf(status) : `${status}${DIVIDER}${page.next}`
  return { canceled, failed, ...(next === undefined ? {} : { next }) }
}

const followerOf = (status: (typeof STATUSES)[number]): string | undefined => STATUSES[STATUSES.indexOf(status) + 1]

const pageOf = (
  deps: EngineDeps,
  agency: AgencyId,
  packageId: string | undefined,
  status: (typeof STATUSES)[number],
  after: string | undefined,
  limit: number,
) =>
  deps.store.instances.list({
    agency,
    status,
    limit,
    ...(packageId === undefined ? {} : { packageId }),
    ...(after === undefined ? {} : { after }),
  })
