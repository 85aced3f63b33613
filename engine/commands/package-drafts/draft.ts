/** A draft as its agency sees it: who changed it and who writes now by name; to everybody else there is none. */
import type { DraftFiles } from '../../core/package/file-changes.ts'
import type { Actor } from '../../core/actor.ts'
import { packageDraftId, type UserId } from '../../core/ids.ts'
import { lockOf, type EditLock, type PackageDraft } from '../../core/package-draft.ts'
import { mayAuthor, noSuchPackageDraft, type Author } from '../../core/policy/authoring.ts'
import { conflict, invalid, isProblem, type Finding, type Problem } from '../../core/problem.ts'
import type { EngineDeps } from '../../deps.ts'

export interface NamedLock extends EditLock {
  readonly name: string
}

export interface VersionInForce {
  readonly version: string
  /** The earlier version whose content it holds again. */
  readonly restores?: string
}

export interface NamedDraft extends Omit<PackageDraft, 'lock'> {
  readonly changedByName: string
  /** Who writes now. */
  readonly lock?: NamedLock
  /** Of its agency, under its name. */
  readonly inForce?: VersionInForce
}

export interface DraftWithFiles {
  readonly draft: NamedDraft
  readonly files: DraftFiles
}

export interface Found {
  readonly draft: PackageDraft
  readonly author: Author
}

export async function findDraft(deps: EngineDeps, actor: Actor, id: string): Promise<Found | Problem> {
  const parsed = packageDraftId(id)
  const draft = isProblem(parsed) ? undefined : await deps.store.packageDrafts.get(parsed)
  if (draft === undefined || draft.discarded || !mayAuthor(actor, draft.agency)) return noSuchPackageDraft
  return { draft, author: actor }
}

export async function withFiles(deps: EngineDeps, draft: PackageDraft): Promise<DraftWithFiles> {
  const files = await deps.store.packageDrafts.files(draft.id, draft.rev)
  return { draft: await named(deps, draft), files }
}

export async function named(deps: EngineDeps, draft: PackageDraft): Promise<NamedDraft> {
  const { lock: _, ...rest } = draft
  const lock = lockOf(draft, deps.clock.now())
  return {
    ...rest,
    changedByName: await nameOf(deps, draft.changedBy),
    ...(await inForceOf(deps, draft)),
    ...(lock && { lock: { ...lock, name: await nameOf(deps, lock.by) } }),
  }
}

async function inForceOf(
  { store }: EngineDeps,
  { packageId, agency, base }: PackageDraft,
): Promise<Pick<NamedDraft, 'inForce'>> {
  const latest = await store.deployments.latest(packageId)
  if (latest?.agency !== agency) return {}
  const { version } = latest
  if (base?.packageId === packageId && base.version === version) return { inForce: { version } }
  const restores = (await store.publications.publications(packageId)).find((it) => it.version === version)?.restores
  return { inForce: { version, ...(restores !== undefined && { restores }) } }
}

/** An account that is no more is called by its id. */
export const nameOf = async ({ store }: EngineDeps, id: UserId): Promise<string> =>
  (await store.accounts.get(id))?.name ?? id

export const lockedBy = async (deps: EngineDeps, { by, until }: EditLock): Promise<Problem> => ({
  ...conflict(
    'package-draft.locked',
    `Expected a draft nobody else is writing, but ${by} is; wait until they are done, or take it over`,
  ),
  extensions: { lockedBy: await nameOf(deps, by), by, until: new Date(until).toISOString() },
})

export const changedBefore = async (
  deps: EngineDeps,
  { rev, changedBy, changedAt }: PackageDraft,
  made: number,
): Promise<Problem> => ({
  ...conflict(
    'package-draft.changed',
    `Expected a change of revision ${rev}, but it was made on ${made}: ${changedBy} changed the draft meanwhile; read it again`,
  ),
  extensions: { rev, changedBy: await nameOf(deps, changedBy), changedAt: new Date(changedAt).toISOString() },
})

export const unfitFiles = (findings: readonly Finding[]): Problem =>
  invalid(
    'package-draft.files',
    `Expected files that a package may hold, but found ${findings.length} faults; nothing was kept`,
    findings,
  )
