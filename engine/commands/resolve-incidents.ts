/** An operator has mended what stopped many applications at once: all incidents of a kind are tried again. */
import type { Actor } from '../core/actor.ts'
import { globalId, programParts, type GlobalId } from '../core/ids.ts'
import type { IncidentCause } from '../core/instance.ts'
import { isProblem } from '../core/problem.ts'
import type { IncidentRow } from '../core/store.ts'
import type { EngineDeps } from '../deps.ts'
import { listIncidents, resolveIncident } from './incidents.ts'

export interface IncidentKind {
  readonly cause?: IncidentCause
  readonly element?: string
  readonly packageId?: string
  /** Part of the message. */
  readonly message?: string
  /** New attempts for a job. */
  readonly retries?: number
  /** `next` of the call before. */
  readonly after?: string
  /** How many incidents are looked at in one call, 1 to 200. */
  readonly limit: number
}

export interface Resolution {
  readonly resolved: number
  /** Tried again in vain: the application stands still for the same or another reason. */
  readonly failed: readonly { readonly id: GlobalId; readonly code: string; readonly detail: string }[]
  /** There are more to look at. */
  readonly next?: string
}

export async function resolveIncidents(deps: EngineDeps, actor: Actor, kind: IncidentKind): Promise<Resolution> {
  const { after, limit, retries } = kind
  const page = await listIncidents(deps, actor, { limit, ...(after === undefined ? {} : { after }) })
  const failed: Resolution['failed'][number][] = []
  let resolved = 0
  for (const row of page.items) {
    if (!(await isOf(deps, kind, row))) continue
    const id = globalId(row.instance, row.id)
    const moved = await resolveIncident(deps, actor, id, retries)
    if (isProblem(moved)) failed.push({ id, code: moved.code, detail: moved.detail })
    else resolved++
  }
  return { resolved, failed, ...(page.next === undefined ? {} : { next: page.next }) }
}

async function isOf(deps: EngineDeps, kind: IncidentKind, row: IncidentRow): Promise<boolean> {
  if (kind.cause !== undefined && kind.cause !== row.cause) return false
  if (kind.element !== undefined && kind.element !== row.element) return false
  if (kind.message !== undefined && !row.message.includes(kind.message)) return false
  if (kind.packageId === undefined) return true
  const instance = await deps.store.instances.get(row.instance)
  return instance !== undefined && programParts(instance.program).packageId === kind.packageId
}
