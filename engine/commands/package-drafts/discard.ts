/** Throwing a draft away, having it back, and what the server does with drafts by itself. */
import type { Actor } from '../../core/actor.ts'
import { packageDraftId } from '../../core/ids.ts'
import { lockOf } from '../../core/package-draft.ts'
import { mayAuthor, noSuchPackageDraft } from '../../core/policy/authoring.ts'
import { isProblem, type Problem } from '../../core/problem.ts'
import type { EngineDeps } from '../../deps.ts'
import { findDraft, lockedBy, withFiles, type DraftWithFiles } from './draft.ts'
import { roomOf, thin, tooMany } from './room.ts'

const DAY = 24 * 3_600_000
/** How long a draft that was thrown away can be had back. */
export const GRACE = 30 * DAY
const AT_ONCE = 5

/** Not while somebody else writes in it. */
export async function discardPackageDraft(deps: EngineDeps, actor: Actor, id: string): Promise<true | Problem> {
  const found = await findDraft(deps, actor, id)
  if (isProblem(found)) return found
  const { draft, author } = found
  const at = deps.clock.now()
  const done = await deps.store.packageDrafts.discard(draft.id, { at, by: author.id })
  if (done === 'discarded') return true
  const now = await deps.store.packageDrafts.get(draft.id)
  const lock = now && lockOf(now, at)
  return lock ? lockedBy(deps, lock) : noSuchPackageDraft
}

/** Thrown away by mistake: within thirty days it is there again with all its revisions, where its agency had the room. */
export async function recoverPackageDraft(
  deps: EngineDeps,
  actor: Actor,
  id: string,
): Promise<DraftWithFiles | Problem> {
  const parsed = packageDraftId(id)
  const draft = isProblem(parsed) ? undefined : await deps.store.packageDrafts.get(parsed)
  if (draft === undefined || !mayAuthor(actor, draft.agency)) return noSuchPackageDraft
  const recovered = await deps.store.packageDrafts.recover(draft.id, roomOf(deps))
  if (recovered === 'many') return tooMany(deps)
  if (recovered === 'gone' && draft.discarded) return noSuchPackageDraft
  const { discarded: _, ...there } = draft
  return withFiles(deps, there)
}

/**
 * The worker's duty: forgets what was thrown away long ago, clears away a piece of what is forgotten, and thins out old
 * revisions (core/package-draft.ts says how), each draft once a day.
 */
export function packageDraftDuty(deps: EngineDeps): (now: number) => Promise<number> {
  const { packageDrafts } = deps.store
  return async (now) => {
    const forgotten = await packageDrafts.forget(now - GRACE, AT_ONCE)
    const cleared = await packageDrafts.clear()
    const due = await packageDrafts.unthinned(now - DAY, AT_ONCE)
    for (const id of due) await thin(deps, id, now)
    return forgotten + Number(cleared) + due.length
  }
}
