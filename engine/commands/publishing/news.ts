/** Whether something came about since a draft was read: it was changed, signed, or another version is in force. Cheap, to be asked often. */
import type { Actor } from '../../core/actor.ts'
import { isProblem, type Problem } from '../../core/problem.ts'
import type { EngineDeps } from '../../deps.ts'
import { findDraft } from '../package-drafts/draft.ts'

export interface PublishingNews {
  readonly rev: number
  /** In force now. */
  readonly against?: string
  /** How often the draft was signed, whatever of it counts. */
  readonly signed: number
}

export async function publishingNews(deps: EngineDeps, actor: Actor, id: string): Promise<PublishingNews | Problem> {
  const found = await findDraft(deps, actor, id)
  if (isProblem(found)) return found
  const { id: draft, rev, packageId } = found.draft
  const [latest, given] = await Promise.all([
    deps.store.deployments.latest(packageId),
    deps.store.publications.signOffs(draft),
  ])
  return { rev, ...(latest && { against: latest.version }), signed: given.length }
}
