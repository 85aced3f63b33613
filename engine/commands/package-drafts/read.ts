/** Looking at drafts: those of one's agency, one with its files, what was done to it, and the package as one file. */
import type { Actor } from '../../core/actor.ts'
import type { DraftRevision, Takeover } from '../../core/package-draft.ts'
import { bytesOf } from '../../core/package/draft-files.ts'
import { agencyOf } from '../../core/policy/access.ts'
import { isAuthor } from '../../core/policy/authoring.ts'
import { isProblem, type Problem } from '../../core/problem.ts'
import type { EngineDeps } from '../../deps.ts'
import { packZip } from '../../packages/zip.ts'
import { GRACE } from './discard.ts'
import { findDraft, named, nameOf, withFiles, type DraftWithFiles, type NamedDraft } from './draft.ts'

export async function listPackageDrafts(deps: EngineDeps, actor: Actor): Promise<readonly NamedDraft[]> {
  if (!isAuthor(actor)) return []
  const drafts = await deps.store.packageDrafts.list(agencyOf(actor))
  return Promise.all(drafts.map((draft) => named(deps, draft)))
}

export interface DiscardedDraft extends NamedDraft {
  readonly discardedAt: number
  readonly discardedByName: string
  /** When it is gone for ever. */
  readonly until: number
}

export async function listDiscardedPackageDrafts(deps: EngineDeps, actor: Actor): Promise<readonly DiscardedDraft[]> {
  if (!isAuthor(actor)) return []
  const now = deps.clock.now()
  const drafts = await deps.store.packageDrafts.discarded(agencyOf(actor))
  const known = drafts.flatMap((draft) =>
    draft.discarded ? [{ draft, ...draft.discarded, until: draft.discarded.at + GRACE }] : [],
  )
  return Promise.all(
    known
      .filter(({ until }) => until > now)
      .map(async ({ draft, at, by, until }) => ({
        ...(await named(deps, draft)),
        discardedAt: at,
        discardedByName: await nameOf(deps, by),
        until,
      })),
  )
}

export async function getPackageDraft(deps: EngineDeps, actor: Actor, id: string): Promise<DraftWithFiles | Problem> {
  const found = await findDraft(deps, actor, id)
  return isProblem(found) ? found : withFiles(deps, found.draft)
}

export interface DraftRecord {
  readonly revisions: readonly (DraftRevision & { readonly byName: string })[]
  readonly takeovers: readonly (Takeover & { readonly byName: string; readonly fromName: string })[]
}

/** As many as somebody reads. */
const SHOWN_REVISIONS = 1_000

export async function listPackageDraftRevisions(
  deps: EngineDeps,
  actor: Actor,
  id: string,
): Promise<DraftRecord | Problem> {
  const found = await findDraft(deps, actor, id)
  if (isProblem(found)) return found
  const [revisions, takeovers] = await Promise.all([
    deps.store.packageDrafts.revisions(found.draft.id, SHOWN_REVISIONS),
    deps.store.packageDrafts.takeovers(found.draft.id),
  ])
  const people = new Set([...revisions.map(({ by }) => by), ...takeovers.flatMap(({ by, from }) => [by, from])])
  const names = new Map(await Promise.all([...people].map(async (id) => [id, await nameOf(deps, id)] as const)))
  const called = (person: typeof found.draft.changedBy): string => names.get(person) ?? person
  return {
    revisions: revisions.map((one) => ({ ...one, byName: called(one.by) })),
    takeovers: takeovers.map((one) => ({ ...one, byName: called(one.by), fromName: called(one.from) })),
  }
}

export interface PackedDraft {
  /** "moj.example-0.1.0.masar" */
  readonly name: string
  readonly zip: Uint8Array
}

/** The same bytes as `masar pack` makes of these files. */
export async function packPackageDraft(deps: EngineDeps, actor: Actor, id: string): Promise<PackedDraft | Problem> {
  const found = await getPackageDraft(deps, actor, id)
  if (isProblem(found)) return found
  const { draft, files } = found
  return { name: `${draft.packageId}-draft-${draft.rev}.masar`, zip: await packZip(bytesOf(files)) }
}
