/**
 * An operator has mended what stopped many applications at once: all incidents of a kind are tried again, some at each call.
 *
 * Only those that were open at the first call: what comes back, or is new, would follow behind and the calls never end.
 * `next` therefore says when the first call was, and from which number on the incidents of the application it ended in
 * came later, since a clock may be set back.
 */
import type { Actor } from '../core/actor.ts'
import { globalId, globalParts, programParts, type GlobalId } from '../core/ids.ts'
import type { IncidentCause, InstanceState } from '../core/instance.ts'
import { badCursor } from '../core/page.ts'
import { isProblem, type Problem } from '../core/problem.ts'
import type { IncidentRow } from '../core/instance-row.ts'
import type { EngineDeps } from '../deps.ts'
import type { Moved } from '../transition.ts'
import { listIncidents, resolveIncident } from './incidents.ts'
import { isDone, oneOfMany } from './one-of-many.ts'

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

/** The incident that took the place of one that was tried again. */
export interface FailedAgain {
  readonly id: GlobalId
  readonly element: string
  readonly cause: IncidentCause
  readonly message: string
}

export interface Resolution {
  /** The application goes on; a job has its new attempts still before it. */
  readonly resolved: number
  /** Tried again in vain: the step stands still again at once. */
  readonly failedAgain: readonly FailedAgain[]
  /** Could not be tried again. */
  readonly failed: readonly { readonly id: GlobalId; readonly code: string; readonly detail: string }[]
  /** There are more to look at. */
  readonly next?: string
}

export async function resolveIncidents(
  deps: EngineDeps,
  actor: Actor,
  { after, limit, retries, ...kind }: IncidentKind,
): Promise<Resolution | Problem> {
  const place = placeOf(deps, after)
  if (isProblem(place)) return place
  const page = await listIncidents(deps, actor, { limit, ...(place.after === undefined ? {} : { after: place.after }) })
  const next = page.next === undefined ? {} : { next: await markOf(deps, place, page.items.at(-1), page.next) }
  const failed: Resolution['failed'][number][] = []
  const failedAgain: FailedAgain[] = []
  let resolved = 0
  for (const row of page.items.filter((one) => wasOpen(one, place))) {
    const id = globalId(row.instance, row.id)
    const moved = await oneOfMany(async () =>
      (await isOf(deps, kind, row)) ? resolveIncident(deps, actor, id, retries) : undefined,
    )
    if (moved === undefined || isDone(moved)) continue
    const again = isProblem(moved) ? [] : raisedAgain(moved, row)
    if (isProblem(moved)) failed.push({ id, code: moved.code, detail: moved.detail })
    else if (again.length === 0) resolved++
    failedAgain.push(...again)
  }
  return { resolved, failedAgain, failed, ...next }
}

const raisedAgain = ({ events }: Moved, { instance, owner }: IncidentRow): readonly FailedAgain[] =>
  events.flatMap((event) =>
    event.kind === 'incidentRaised' && event.owner === owner
      ? [{ id: globalId(instance, event.id), element: event.element, cause: event.cause, message: event.message }]
      : [],
  )

type Kind = Pick<IncidentKind, 'cause' | 'element' | 'packageId' | 'message'>

async function isOf(deps: EngineDeps, kind: Kind, row: IncidentRow): Promise<boolean> {
  if (kind.cause !== undefined && kind.cause !== row.cause) return false
  if (kind.element !== undefined && kind.element !== row.element) return false
  if (kind.message !== undefined && !row.message.includes(kind.message)) return false
  if (kind.packageId === undefined) return true
  const instance = await deps.store.instances.get(row.instance)
  return instance !== undefined && programParts(instance.program).packageId === kind.packageId
}

interface Place {
  /** When the first call was, epoch ms. */
  readonly since: number
  /** Of the application the call before ended in: what has this number or a higher one came later. */
  readonly later?: GlobalId
  /** In the list of incidents. */
  readonly after?: string
}

const MARK = /^(\d{1,15})\.([^.]{1,40})\.([\w-]{1,200})$/

function placeOf(deps: EngineDeps, mark: string | undefined): Place | Problem {
  if (mark === undefined) return { since: deps.clock.now() }
  const [, since, later = '', after = ''] = MARK.exec(mark) ?? []
  const parts = globalParts(later)
  if (isProblem(parts)) return badCursor(mark)
  return { since: Number(since), later: globalId(parts.instance, parts.local), after }
}

/** @param last incident of this call */
async function markOf(
  deps: EngineDeps,
  { since, later }: Place,
  last: IncidentRow | undefined,
  after: string,
): Promise<string> {
  if (last === undefined) throw new Error('Expected a page that others follow to have incidents')
  const isSame = later?.startsWith(`${last.instance}:`) === true
  return `${since}.${isSame ? later : `${last.instance}:${await nextId(deps, last)}`}.${after}`
}

/** Of a broken application nothing more is tried. */
async function nextId(deps: EngineDeps, { instance, id }: IncidentRow): Promise<number> {
  const next = await oneOfMany(async () => {
    const row = await deps.store.instances.get(instance)
    return row && (JSON.parse(row.state) as InstanceState).next
  })
  return typeof next === 'number' ? next : Number(id) + 1
}

function wasOpen({ instance, id, raisedAt }: IncidentRow, { since, later }: Place): boolean {
  if (raisedAt > since) return false
  const [ended, local] = later?.split(':') ?? []
  return ended !== instance || Number(id) < Number(local)
}
