/**
 * An operator holds a whole service, or everything of an agency: from then on nothing of it begins, and the applications
 * that run are suspended one after another by the worker (engine/suspensions.ts), as they are resumed when it is lifted.
 */
import { actorName, type Actor } from '../core/actor.ts'
import type { AgencyId } from '../core/ids.ts'
import type { Page } from '../core/page.ts'
import { agencyOf, mayActFor } from '../core/policy/access.ts'
import { conflict, forbidden, isProblem, notFound, type Problem } from '../core/problem.ts'
import type { ServiceSuspension } from '../core/suspension.ts'
import type { EngineDeps } from '../deps.ts'

/** Which service; without a package every one of the agency, and without an agency one's own. */
export interface Held {
  readonly agency?: AgencyId
  readonly packageId?: string
}

export async function suspendService(
  deps: EngineDeps,
  actor: Actor,
  { reason, ...held }: Held & { readonly reason: string },
): Promise<ServiceSuspension | Problem> {
  const agency = await heldAgency(deps, actor, held)
  if (isProblem(agency)) return agency
  const before = await find(deps, agency, held.packageId)
  if (before && !before.lifted) return suspendedBefore(before.reason)
  const at = deps.clock.now()
  const suspension = { agency, reason, by: actorName(actor), at, ...packageOf(held) }
  const done = await deps.store.commit({ agency, at, changes: [{ kind: 'suspendService', suspension }] })
  if (done.kind === 'duplicate') return suspendedBefore('somebody else was faster')
  return suspension
}

export async function resumeService(
  deps: EngineDeps,
  actor: Actor,
  { reason, ...held }: Held & { readonly reason: string },
): Promise<ServiceSuspension | Problem> {
  const agency = await heldAgency(deps, actor, held)
  if (isProblem(agency)) return agency
  const before = await find(deps, agency, held.packageId)
  if (!before || before.lifted) return NOT_SUSPENDED
  const at = deps.clock.now()
  const lifted = { by: actorName(actor), reason }
  const done = await deps.store.commit({
    agency,
    at,
    changes: [{ kind: 'liftSuspension', agency, ...packageOf(held), ...lifted }],
  })
  if (done.kind === 'duplicate') return NOT_SUSPENDED
  return { ...before, lifted: { at, ...lifted } }
}

const suspendedBefore = (reason: string): Problem =>
  conflict('service.suspended', `Expected a service in force, but it is suspended: ${reason}`)

const NOT_SUSPENDED = conflict(
  'service.not-suspended',
  'Expected a suspended service, but it is in force; list the suspensions',
)

/** What is held now; of every agency for operators of the installation. */
export async function listSuspensions(deps: EngineDeps, actor: Actor): Promise<readonly ServiceSuspension[]> {
  return deps.store.suspensions.open(agencyOf(actor).agency)
}

/** What was held once, newest first. */
export async function listEndedSuspensions(
  deps: EngineDeps,
  actor: Actor,
  range: { readonly after?: string; readonly limit: number },
): Promise<Page<ServiceSuspension>> {
  return deps.store.suspensions.ended({ ...agencyOf(actor), ...range })
}

const packageOf = ({ packageId }: Held): { readonly packageId?: string } =>
  packageId === undefined ? {} : { packageId }

async function find(
  deps: EngineDeps,
  agency: AgencyId,
  packageId: string | undefined,
): Promise<ServiceSuspension | undefined> {
  const all = await deps.store.suspensions.open(agency)
  return all.findLast((one) => one.packageId === packageId)
}

/** Whose service it is, where this actor may act for that agency. */
export async function heldAgency(
  deps: EngineDeps,
  actor: Actor,
  { agency, packageId }: Held,
): Promise<AgencyId | Problem> {
  const missing = notFound(
    'package.not-found',
    'Expected a deployed service that you may do this with, but there is none by this id',
  )
  if (packageId === undefined) {
    const whole = agency ?? actor.agency
    if (mayActFor(actor, whole)) return whole
    return forbidden('service.agency', 'Expected your own agency, but found another; only its operators may do this')
  }
  const deployed = await deps.store.deployments.latest(packageId)
  return deployed && mayActFor(actor, deployed.agency) ? deployed.agency : missing
}
