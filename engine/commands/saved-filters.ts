/** Keeping a way to look at the inbox under a name, for oneself or for a group one belongs to. */
import { hasRole, type Actor } from '../core/actor.ts'
import { worksAtDesk } from '../core/policy/access.ts'
import { forbidden, invalid, notFound, type Problem } from '../core/problem.ts'
import type { SavedFilter } from '../core/saved-filter.ts'
import { filterIn, filterText } from './inbox-filter.ts'
import type { EngineDeps } from '../deps.ts'

export interface NewFilter {
  readonly name: string
  /** The query of the inbox's address; what nobody can ask for is left out. */
  readonly filter: string
  readonly office?: string
}

const LONGEST_NAME = 80
const LONGEST_FILTER = 500
const MOST_FILTERS = 50

export async function saveFilter(deps: EngineDeps, actor: Actor, request: NewFilter): Promise<SavedFilter | Problem> {
  if (actor.kind !== 'user' || !worksAtDesk(actor))
    return forbidden('desk.staff', 'Expected somebody who works at a desk of the agency')
  const { office } = request
  const filter = filterText(filterIn(request.filter.slice(0, LONGEST_FILTER)))
  const name = request.name.trim()
  if (name === '' || name.length > LONGEST_NAME)
    return invalid('filter.name', `Expected a name of 1 to ${LONGEST_NAME} characters for the filter`)
  if (office !== undefined && !actor.groups.includes(office))
    return forbidden('filter.office', 'Expected one of your own groups to show the filter to')
  const own = (await listFilters(deps, actor)).filter(({ owner }) => owner === actor.id)
  if (own.length >= MOST_FILTERS)
    return invalid('filter.too-many', `Expected at most ${MOST_FILTERS} filters; remove one first`)
  const saved: SavedFilter = {
    id: deps.ids.uuid(),
    agency: actor.agency,
    owner: actor.id,
    ...(office === undefined ? {} : { office }),
    name,
    filter,
    createdAt: deps.clock.now(),
  }
  await deps.store.savedFilters.add(saved)
  return saved
}

export async function listFilters(deps: EngineDeps, actor: Actor): Promise<readonly SavedFilter[]> {
  if (actor.kind !== 'user') return []
  return deps.store.savedFilters.list({ agency: actor.agency, owner: actor.id, offices: actor.groups })
}

/** Its owner removes it, or a supervisor of the group it is shown to. */
export async function removeFilter(deps: EngineDeps, actor: Actor, id: string): Promise<true | Problem> {
  const missing = notFound('filter.not-found', 'Expected a filter of yours, but there is none by this id')
  const found = await deps.store.savedFilters.get(id)
  if (actor.kind !== 'user' || found === undefined || found.agency !== actor.agency) return missing
  const supervises = hasRole(actor, 'supervisor') && found.office !== undefined && actor.groups.includes(found.office)
  if (found.owner !== actor.id && !supervises) return missing
  return (await deps.store.savedFilters.remove(id)) || missing
}
