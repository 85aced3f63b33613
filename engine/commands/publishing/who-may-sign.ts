/** Who of a draft's agency could sign for which group: an analyst who asks for a signature knows whom to go to, or that there is nobody yet. */
import type { Account } from '../../core/account.ts'
import type { Actor } from '../../core/actor.ts'
import type { AgencyId } from '../../core/ids.ts'
import { authors } from '../../core/policy/authoring.ts'
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
  if (isProblem(found)) return found
  const groups = [...(await signersByGroup(deps, found.draft.agency))]
  return groups
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([group, people]) => ({ group, people: people.map(({ name }) => name) }))
}

export async function signersByGroup(
  { store }: EngineDeps,
  agency: AgencyId,
): Promise<ReadonlyMap<string, readonly Account[]>> {
  const found = new Map<string, readonly Account[]>()
  for (const account of await store.accounts.inGroups(agency))
    if (authors(account.roles))
      for (const group of account.groups) found.set(group, [...(found.get(group) ?? []), account])
  return found
}
