/** Who of a draft's agency could sign for which group: an analyst who asks for a signature knows whom to go to, or that there is nobody yet. */
import { authors } from '../../core/policy/authoring.ts'
import type { Actor } from '../../core/actor.ts'
import type { AgencyId } from '../../core/ids.ts'
import { isProblem, type Problem } from '../../core/problem.ts'
import type { EngineDeps } from '../../deps.ts'
import { findDraft } from '../package-drafts/draft.ts'

export interface SignerGroup {
  readonly group: string
  /** By name. */
  readonly people: readonly string[]
}

export async function listSigners(
  deps: EngineDeps,
  actor: Actor,
  id: string,
): Promise<readonly SignerGroup[] | Problem> {
  const found = await findDraft(deps, actor, id)
  return isProblem(found) ? found : signerGroups(deps, found.draft.agency)
}

export async function signerGroups({ store }: EngineDeps, agency: AgencyId): Promise<readonly SignerGroup[]> {
  const people = new Map<string, string[]>()
  for (const { name, groups, roles } of await store.accounts.inGroups(agency))
    if (authors(roles)) for (const group of groups) people.set(group, [...(people.get(group) ?? []), name])
  return [...people]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([group, names]) => ({ group, people: names }))
}
