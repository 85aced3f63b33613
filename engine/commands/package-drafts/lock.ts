/** One writes at a time: the lock of a draft lasts a minute from the last sign of life, and may be taken over by a colleague who says so. */
import type { Actor } from '../../core/actor.ts'
import type { EditLock } from '../../core/package-draft.ts'
import { noSuchPackageDraft } from '../../core/policy/authoring.ts'
import { isProblem, type Problem } from '../../core/problem.ts'
import type { EngineDeps } from '../../deps.ts'
import { findDraft, lockedBy } from './draft.ts'

export const LOCK_LIFE = 60_000

/** Asked for again, it is renewed. @param steal also from somebody who writes now; it is written down */
export async function lockPackageDraft(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  { steal = false }: { readonly steal?: boolean } = {},
): Promise<EditLock | Problem> {
  const found = await findDraft(deps, actor, id)
  if (isProblem(found)) return found
  const now = deps.clock.now()
  const taken = { by: found.author.id, now, until: now + LOCK_LIFE, steal }
  const result = await deps.store.packageDrafts.lock(found.draft.id, taken)
  if (result.kind === 'gone') return noSuchPackageDraft
  return result.kind === 'held' ? result.lock : lockedBy(deps, result.lock)
}

/** Somebody else's lock stays. */
export async function unlockPackageDraft(deps: EngineDeps, actor: Actor, id: string): Promise<true | Problem> {
  const found = await findDraft(deps, actor, id)
  if (isProblem(found)) return found
  await deps.store.packageDrafts.unlock(found.draft.id, found.author.id)
  return true
}
