/**
 * Whose work a draft would put in force: everybody who changed it since it last said what is in force now. They do not sign
 * for it, however long ago their change was and whoever made the last one.
 */
import type { UserId } from '../../core/ids.ts'
import { MOST_REVISIONS, type PackageDraft } from '../../core/package-draft.ts'
import type { EngineDeps } from '../../deps.ts'

export async function writersOf(deps: EngineDeps, draft: PackageDraft): Promise<ReadonlySet<UserId>> {
  const [inForceAt, revisions] = await Promise.all([
    revisionInForce(deps, draft),
    deps.store.packageDrafts.revisions(draft.id, MOST_REVISIONS),
  ])
  const since = revisions.filter(({ rev }) => rev > inForceAt)
  return new Set(since.map(({ by }) => by))
}

/** The revision that became the version in force, or began as a copy of it; 0 where none did, and all of it is new. */
async function revisionInForce({ store }: EngineDeps, { id, packageId, base }: PackageDraft): Promise<number> {
  const latest = await store.deployments.latest(packageId)
  if (latest === undefined || base?.packageId !== packageId || base.version !== latest.version) return 0
  const publications = await store.publications.publications(packageId)
  const mine = publications.find(({ version, draft }) => version === latest.version && draft?.id === id)
  return mine?.draft?.rev ?? 1
}
