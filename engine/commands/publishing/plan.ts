/** What stands before somebody who is about to publish: the difference, the version proposed, the signatures, and what runs. */
import type { DraftFiles } from '../../core/package/file-changes.ts'
import type { Actor } from '../../core/actor.ts'
import type { AgencyId } from '../../core/ids.ts'
import type { CheckedPackage } from '../../core/package/checked.ts'
import { comparePackages } from '../../core/package/difference/compare.ts'
import type { Difference } from '../../core/package/difference/difference.ts'
import { summaryOf, type SummaryPart } from '../../core/package/difference/summary.ts'
import { raised, raiseFor, type Raise } from '../../core/package/difference/next-version.ts'
import { bytesOf, textsOf } from '../../core/package/draft-files.ts'
import { fileKindOf, type PackageFiles } from '../../core/package/files.ts'
import { TITLE_PAGE, titlePageOf } from '../../core/package/title-page.ts'
import { invalid, isProblem, type Problem } from '../../core/problem.ts'
import type { Publication } from '../../core/publication.ts'
import type { EngineDeps } from '../../deps.ts'
import type { Comparison } from '../../packages/gate.ts'
import { readZip } from '../../packages/zip.ts'
import { findDraft, nameOf } from '../package-drafts/draft.ts'
import { noSuchPackage, readableVersion } from '../package-drafts/openable.ts'
import { impactOf, type RunningVersion } from './impact.ts'
import { signableOn, type SignableSignature } from './signable.ts'
import { withSignersInForce } from './signers.ts'

export interface NamedPublication extends Publication {
  readonly byName: string
}

export interface PublishingPlan {
  readonly packageId: string
  readonly rev: number
  /** The version it is held against; absent where none is in force. */
  readonly against?: string
  /** The version of this service that the draft was opened from, or became last. */
  readonly base?: string
  readonly differences: readonly Difference[]
  /** Where nothing is in force yet: the new service in a page. */
  readonly summary?: readonly SummaryPart[]
  readonly raise: Raise
  readonly proposed: string
  readonly signatures: readonly SignableSignature[]
  /** How often the draft was signed; see `PublishingNews`. */
  readonly signed: number
  readonly running: readonly RunningVersion[]
  /** In force now, newest first. */
  readonly versions: readonly string[]
  readonly publications: readonly NamedPublication[]
  readonly drawings: ComparedDrawings
}

/** By path: those that differ, as they are in force and as they would be. Nothing where nothing is in force. */
export interface ComparedDrawings {
  readonly before: Readonly<Record<string, string>>
  readonly after: Readonly<Record<string, string>>
}

/** @param against the newest version unless another is named */
export async function planPublication(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  against?: string,
): Promise<PublishingPlan | Problem> {
  const found = await findDraft(deps, actor, id)
  if (isProblem(found)) return found
  const { draft, author } = found
  const { packageId } = draft
  const files = await deps.store.packageDrafts.files(draft.id, draft.rev)
  const before = await versionInForce(deps, actor, packageId, against)
  if (isProblem(before)) return before
  const compared = await comparison(deps, actor, before?.files ?? new Map(), bytesOf(files))
  if (isProblem(compared)) return compared
  const { differences, summary } = compared
  const raise = raiseFor(differences)
  return {
    packageId,
    rev: draft.rev,
    ...(before && { against: before.version }),
    ...(draft.base?.packageId === packageId && { base: draft.base.version }),
    differences,
    ...(summary && { summary }),
    raise,
    proposed: await proposedVersion(deps, packageId, files, raise),
    signatures: await signableOn(deps, draft, author, files),
    signed: (await deps.store.publications.signOffs(draft.id)).length,
    ...(await standing(deps, actor, packageId, await checkedOf(deps, actor, files))),
    drawings: drawingsOf(before?.files, bytesOf(files), differences),
  }
}

export async function standing(
  deps: EngineDeps,
  actor: Actor,
  packageId: string,
  target: CheckedPackage | undefined,
): Promise<Pick<PublishingPlan, 'running' | 'versions' | 'publications'>> {
  const [running, rows, publications] = await Promise.all([
    impactOf(deps, actor, packageId, target),
    deps.store.deployments.list({ packageId }),
    deps.store.publications.publications(packageId),
  ])
  return {
    running,
    versions: rows.map(({ version }) => version).toReversed(),
    publications: await Promise.all(publications.map(async (it) => ({ ...it, byName: await nameOf(deps, it.by) }))),
  }
}

export interface InForce {
  readonly version: string
  readonly agency: AgencyId
  readonly files: PackageFiles
}

/** undefined: nothing of this name is in force, and none was named. */
async function versionInForce(
  deps: EngineDeps,
  actor: Actor,
  packageId: string,
  version: string | undefined,
): Promise<InForce | undefined | Problem> {
  if (version === undefined && (await deps.store.deployments.latest(packageId)) === undefined) return undefined
  return versionOf(deps, actor, packageId, version)
}

export async function versionOf(
  deps: EngineDeps,
  actor: Actor,
  packageId: string,
  version?: string,
): Promise<InForce | Problem> {
  const row = await readableVersion(deps, actor, packageId, version)
  if (isProblem(row)) return row
  const zip = await deps.store.deployments.zip(packageId, row.version)
  const read = zip && (await readZip(zip))
  return read?.ok ? { version: row.version, agency: row.agency, files: read.files } : noSuchPackage
}

export interface RollBackPlan extends Pick<PublishingPlan, 'differences' | 'proposed' | 'running' | 'drawings'> {
  /** In force now. */
  readonly from: string
}

/** What going back to an earlier version would mean, before it is done. */
export async function planRollBack(
  deps: EngineDeps,
  actor: Actor,
  packageId: string,
  to: string,
): Promise<RollBackPlan | Problem> {
  const [now, then] = [await versionOf(deps, actor, packageId), await versionOf(deps, actor, packageId, to)]
  if (isProblem(now)) return now
  if (isProblem(then)) return then
  const restored = await withSignersInForce(deps, packageId, now.agency, then.files)
  const compared = await comparison(deps, actor, now.files, restored)
  if (isProblem(compared)) return compared
  const { differences } = compared
  return {
    from: now.version,
    differences,
    proposed: raised(now.version, 'minor') ?? now.version,
    running: await impactOf(deps, actor, packageId, await deps.definitions.package(packageId, to)),
    drawings: drawingsOf(now.files, restored, differences),
  }
}

/** Beside the server: a draft that nobody has judged yet may take long to compare. */
async function comparison(
  { gate, clock }: EngineDeps,
  { agency }: Actor,
  older: PackageFiles,
  newer: PackageFiles,
): Promise<Comparison | Problem> {
  if (gate === undefined) {
    const differences = await comparePackages(older, newer, clock.now())
    return older.size > 0 ? { differences } : { differences, summary: await summaryOf(newer, clock.now()) }
  }
  const compared = await gate.compare(agency, older, newer, clock.now())
  if (compared.ok) return compared
  return invalid('package.refused', 'Expected two packages that are compared with little effort', compared.findings)
}

/** The newest raised by what changed; what a new service says of itself where there is none. */
async function proposedVersion(deps: EngineDeps, packageId: string, files: DraftFiles, raise: Raise): Promise<string> {
  const latest = await deps.store.deployments.latest(packageId)
  if (latest) return raised(latest.version, raise) ?? latest.version
  return titlePageOf(files.get(TITLE_PAGE)).version ?? '1.0.0'
}

async function checkedOf(deps: EngineDeps, { agency }: Actor, files: DraftFiles): Promise<CheckedPackage | undefined> {
  const bytes = bytesOf(files)
  const costly = await deps.gate?.judge(agency, [bytes])
  if (costly !== undefined && costly.length > 0) return undefined
  const checked = await deps.definitions.check([bytes])
  return checked.ok ? checked.packages[0]?.package : undefined
}

function drawingsOf(
  before: PackageFiles | undefined,
  after: PackageFiles,
  differences: readonly Difference[],
): ComparedDrawings {
  const differing = new Set(differences.map(({ file }) => file).filter((file) => fileKindOf(file) === 'bpmn'))
  const textsIn = (files: PackageFiles): Readonly<Record<string, string>> => {
    const texts = textsOf(files)
    return texts.ok ? Object.fromEntries([...texts.files].filter(([path]) => differing.has(path))) : {}
  }
  return before ? { before: textsIn(before), after: textsIn(after) } : { before: {}, after: {} }
}
