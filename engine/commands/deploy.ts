/**
 * Putting service packages in force: all of them or none, each checked whole, immutable from then on.
 *
 * Shared packages and the services that use them may come in one deployment, in any order.
 */
import { actorName, type Actor } from '../core/actor.ts'
import type { Digest } from '../core/ids.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import { mayActFor } from '../core/policy/access.ts'
import { conflict, forbidden, invalid, isProblem, type Finding, type Problem } from '../core/problem.ts'
import type { DeploymentRow, NewDeployment } from '../core/deployment.ts'
import type { Publication } from '../core/publication.ts'
import type { CheckedSet } from '../definitions.ts'
import type { EngineDeps } from '../deps.ts'
import { readZip, packZip } from '../packages/zip.ts'
import { BYTES, PACKAGE_LIMITS, sizeOf, tooMuch, type PackageFiles } from '../core/package/files.ts'
import { calendarOfService } from '../transition.ts'
import { overtaken, type ReadVersion } from './publishing/in-force.ts'
import { refusedBesideSigners } from './publishing/signers.ts'
import { keptStartTimers } from './start-times.ts'
import { startsOf } from './starts.ts'

export interface Deployed {
  readonly deployments: readonly { readonly packageId: string; readonly version: string; readonly digest: Digest }[]
  /** false: exactly these were in force already. */
  readonly changed: boolean
  readonly warnings: readonly Finding[]
}

/** From the designer: signed for, and recorded with the deployment, or nothing is done. */
export interface Publishing {
  readonly publication: Publication
  /** In force when signatures and difference were judged; where another came since, they count no more. */
  readonly inForce: ReadVersion
}

export async function deploy(deps: EngineDeps, actor: Actor, zips: readonly Uint8Array[]): Promise<Deployed | Problem> {
  const packages: PackageFiles[] = []
  const findings: Finding[] = []
  let left = PACKAGE_LIMITS.together
  for (const zip of zips) {
    const read = await readZip(zip)
    if (read.ok) packages.push(read.files)
    else findings.push(...read.findings)
    left -= read.ok ? sizeOf(read.files) : 0
    if (left < 0) return refused([tooMuch(BYTES, PACKAGE_LIMITS.together, PACKAGE_LIMITS.together - left)])
  }
  return findings.length > 0 ? refused(findings) : deployFiles(deps, actor, packages)
}

export async function deployFiles(
  deps: EngineDeps,
  actor: Actor,
  packages: readonly PackageFiles[],
  publishing?: Publishing,
): Promise<Deployed | Problem> {
  const costly = await deps.gate?.judge(actor.agency, packages)
  if (costly !== undefined && costly.length > 0) return refused(costly)
  const checked = await deps.definitions.check(packages)
  if (!checked.ok) return refused(checked.findings)
  const foreign = checked.packages.find((one) => !mayActFor(actor, one.package.workflow.agency))
  if (foreign)
    return forbidden(
      'deploy.agency',
      `Expected a package of your agency, but ${foreign.package.workflow.id} is of ${foreign.package.workflow.agency}`,
    )
  if (checked.packages.length < packages.length)
    return invalid('deploy.twice', 'Expected every package once, but one came twice with the same id and version')
  return deps.lanes.run('deploy', () => deployChecked(deps, actor, checked, publishing))
}

/** One deployment at a time, so that the owner of a package is still its owner when it is written. */
async function deployChecked(
  deps: EngineDeps,
  actor: Actor,
  checked: CheckedSet,
  publishing: Publishing | undefined,
): Promise<Deployed | Problem> {
  const refusal =
    (await takenName(deps, checked)) ??
    (publishing
      ? await overtaken(deps, publishing.publication.packageId, publishing.inForce)
      : await besideSigners(deps, actor, checked))
  if (refusal) return refusal
  const rows: NewDeployment[] = []
  for (const one of checked.packages) {
    const row = await deploymentOf(deps, actor, one.package, one.files)
    if (isProblem(row)) return row
    rows.push(row)
  }
  deps.failpoint('engine.deploy')
  const result = await deps.store.deployments.add(rows, publishing?.publication)
  if (result.kind === 'stale')
    return conflict(
      'publish.changed',
      'Expected the draft as it was read, but it was changed meanwhile; look at what changed and publish again',
    )
  if (result.kind === 'conflict')
    return conflict(
      'deploy.version-taken',
      `Expected a new version of ${result.packageId}, but ${result.version} is deployed with other content; raise "version" in workflow.json`,
    )
  return {
    deployments: rows.map(({ packageId, version, digest }) => ({ packageId, version, digest })),
    changed: result.kind === 'deployed',
    warnings: checked.packages.flatMap((one) => one.package.warnings),
  }
}

async function besideSigners(deps: EngineDeps, actor: Actor, { packages }: CheckedSet): Promise<Problem | undefined> {
  for (const one of packages) {
    const unsigned = await refusedBesideSigners(deps, actor, one.package)
    if (unsigned) return unsigned
  }
  return undefined
}

/** A name belongs to the agency that deployed it first: nobody takes over another agency's service with a new version. */
async function takenName(deps: EngineDeps, { packages }: CheckedSet): Promise<Problem | undefined> {
  for (const { package: one } of packages) {
    const { id, agency } = one.workflow
    const owner = (await deps.store.deployments.latest(id))?.agency
    if (owner !== undefined && owner !== agency)
      return forbidden(
        'deploy.owner',
        `Expected a package name of your own, but ${id} belongs to another agency; change "id" in workflow.json`,
      )
  }
  return undefined
}

const refused = (findings: readonly Finding[]): Problem =>
  invalid(
    'package.refused',
    `Expected a package without faults, but found ${findings.length}; nothing was deployed`,
    findings,
  )

async function deploymentOf(
  deps: EngineDeps,
  actor: Actor,
  checked: CheckedPackage,
  files: PackageFiles,
): Promise<NewDeployment | Problem> {
  const { workflow } = checked
  const now = deps.clock.now()
  const row: DeploymentRow = {
    packageId: workflow.id,
    version: workflow.version,
    agency: workflow.agency,
    digest: checked.digest,
    deployedAt: now,
    deployedBy: actorName(actor),
  }
  const starts = startsOf(deps, checked, now, await calendarOfService(deps, checked, workflow.agency))
  if (isProblem(starts)) return starts
  const startTimers = await keptStartTimers(deps, checked, starts.startTimers)
  return { ...row, zip: await packZip(files), ...starts, startTimers }
}
