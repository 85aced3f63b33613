/** Which deployed packages an author may open, copy, or use: those of the agency, and shared ones of everybody. */
import type { Actor } from '../../core/actor.ts'
import type { DeploymentRow } from '../../core/deployment.ts'
import type { AgencyId } from '../../core/ids.ts'
import type { CheckedPackage } from '../../core/package/package.ts'
import { mayActFor } from '../../core/policy/access.ts'
import { isAuthor } from '../../core/policy/authoring.ts'
import { isProblem, notFound, type Problem } from '../../core/problem.ts'
import type { Text } from '../../core/text.ts'
import type { EngineDeps } from '../../deps.ts'

export interface OpenablePackage {
  readonly packageId: string
  readonly title: Text
  readonly agency: AgencyId
  /** Newest first. */
  readonly versions: readonly string[]
  readonly shared: boolean
  /** Whether it may be changed by this author; others may be copied and used. */
  readonly own: boolean
}

export const noSuchPackage: Problem = notFound(
  'package.not-found',
  'Expected a deployed package you may read, but there is none by this id and version',
)

export async function listOpenablePackages(deps: EngineDeps, actor: Actor): Promise<readonly OpenablePackage[]> {
  if (!isAuthor(actor)) return []
  const byPackage = Map.groupBy(await deps.store.deployments.list({}), ({ packageId }) => packageId)
  const found: OpenablePackage[] = []
  for (const [packageId, rows] of byPackage) {
    const newest = rows.at(-1)
    const checked = newest && (await deps.definitions.package(packageId, newest.version))
    if (newest === undefined || checked === undefined || !mayCopy(actor, newest, checked)) continue
    const { title, shared = false } = checked.workflow
    const versions = rows.map(({ version }) => version).toReversed()
    found.push({
      packageId,
      title,
      agency: newest.agency,
      versions,
      shared,
      own: mayActFor(actor, newest.agency),
    })
  }
  return found
}

const mayCopy = (actor: Actor, row: DeploymentRow, checked: CheckedPackage): boolean =>
  mayActFor(actor, row.agency) || checked.workflow.shared === true

/** @param version the newest where it is not said */
export async function readableVersion(
  deps: EngineDeps,
  actor: Actor,
  packageId: string,
  version?: string,
): Promise<DeploymentRow | Problem> {
  const { deployments } = deps.store
  const row = version === undefined ? await deployments.latest(packageId) : await deployments.get(packageId, version)
  const checked = row && isAuthor(actor) ? await deps.definitions.package(packageId, row.version) : undefined
  return row && checked && mayCopy(actor, row, checked) ? row : noSuchPackage
}

/** A package in force as it was deployed, zipped: what a draft is checked with. */
export async function getPackageInForce(
  deps: EngineDeps,
  actor: Actor,
  packageId: string,
  version: string,
): Promise<Uint8Array | Problem> {
  const row = await readableVersion(deps, actor, packageId, version)
  if (isProblem(row)) return row
  return (await deps.store.deployments.zip(packageId, version)) ?? noSuchPackage
}
