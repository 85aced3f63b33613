/** Finding applications of one's agency by reference number, by the applicant's number, and by the words their service is searched by. */
import type { Actor } from '../core/actor.ts'
import type { InstanceId } from '../core/ids.ts'
import type { Page } from '../core/page.ts'
import { mayListInstances } from '../core/policy/access.ts'
import { forbidden, isProblem, type Problem } from '../core/problem.ts'
import { wordsOf } from '../core/search.ts'
import type { InstanceRow } from '../core/instance-row.ts'
import type { EngineDeps } from '../deps.ts'

type Person = Extract<Actor, { kind: 'user' }>

/** Found newest first; by how words begin only where no word fits whole. */
export async function searchApplications(
  deps: EngineDeps,
  actor: Actor,
  query: { readonly text: string; readonly after?: string; readonly limit: number },
): Promise<Page<InstanceRow> | Problem> {
  if (actor.kind !== 'user' || !mayListInstances(actor))
    return forbidden('search.staff', 'Expected staff of the agency to search its applications')
  const one = query.after === undefined ? await byReference(deps, actor, query.text) : undefined
  if (one) return { items: [one] }
  const { items, next } = await byWords(deps, actor, query)
  const rows = await Promise.all(items.map((id) => deps.store.instances.get(id)))
  const found = rows.flatMap((row) => (row === undefined ? [] : [{ ...row, state: '' }]))
  return next === undefined ? { items: found } : { items: found, next }
}

const MOST_FOUND = 200

/** Which applications a text means, the newest 200 at most. */
export async function instancesFound(deps: EngineDeps, actor: Person, text: string): Promise<readonly InstanceId[]> {
  const found = await searchApplications(deps, actor, { text, limit: MOST_FOUND })
  return isProblem(found) ? [] : found.items.map(({ id }) => id)
}

async function byReference(deps: EngineDeps, actor: Person, text: string): Promise<InstanceRow | undefined> {
  const row = await deps.store.instances.byReference(text.trim().toUpperCase())
  return row?.agency === actor.agency ? row : undefined
}

async function byWords(
  deps: EngineDeps,
  { agency }: Person,
  { text, after, limit }: { readonly text: string; readonly after?: string; readonly limit: number },
): Promise<Page<InstanceId>> {
  const words = wordsOf(text)
  const whole = await deps.store.search.find({ agency, words, limit, ...(after && { after }) })
  if (whole.items.length > 0 || after !== undefined || words.every((word) => word.length < SHORTEST_BEGINNING))
    return whole
  return { items: await deps.store.search.findBeginning({ agency, words, limit }) }
}

const SHORTEST_BEGINNING = 3
