/** The services every author may begin from, shipped with Masar. */
import type { Actor } from '../../core/actor.ts'
import { isAuthor } from '../../core/policy/authoring.ts'
import type { Starter } from '../../core/starter.ts'
import type { EngineDeps } from '../../deps.ts'

export async function listStarters({ starters }: EngineDeps, actor: Actor): Promise<readonly Starter[]> {
  return isAuthor(actor) && starters ? starters.list() : []
}
