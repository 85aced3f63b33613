/** Lists of tasks: of one's own, of those one may take, of all one may see; a citizen's lie with many agencies. */
import type { Actor } from '../core/actor.ts'
import type { Page } from '../core/page.ts'
import { oversees } from '../core/policy/access.ts'
import type { TaskQuery, TaskRow, TaskStatus } from '../core/task.ts'
import type { EngineDeps } from '../deps.ts'
import { within, type Person } from './acting.ts'

export interface TaskList {
  readonly status?: TaskStatus
  /** mine: assigned to me. open: free and offered to me. all: everything I may see. */
  readonly view?: 'mine' | 'free' | 'all'
  readonly reference?: string
  readonly after?: string
  readonly limit: number
}

export function listTasks(deps: EngineDeps, actor: Actor, list: TaskList): Promise<Page<TaskRow>> {
  if (actor.kind === 'user' && actor.roles.every((role) => role === 'citizen'))
    return (list.status ?? 'open') === 'open' ? citizensDesk(deps, actor, list) : applicantsTasks(deps, actor, list)
  const query = { ...viewOf(actor, list.view ?? 'all'), ...pick(list) }
  return deps.store.tasks.list({ ...query, agency: actor.agency, limit: list.limit })
}

/** A citizen has tasks in their own applications and in those of others, as the founder who signs, with whatever agency. */
async function citizensDesk(deps: EngineDeps, citizen: Person, list: TaskList): Promise<Page<TaskRow>> {
  const agency = [...new Set((await deps.store.deployments.list({})).map((it) => it.agency))]
  return deps.store.tasks.list({
    ...pick(list),
    ...(list.view === 'free' ? { unassigned: true } : {}),
    ...within(citizen),
    visibleTo: { user: citizen.id, groups: [] },
    agency,
    limit: list.limit,
  })
}

/** What is closed hangs on the applicant's applications, whatever agency they are with; a page covers so many of those. */
async function applicantsTasks(deps: EngineDeps, applicant: Person, list: TaskList): Promise<Page<TaskRow>> {
  const { after, ...rest } = pick(list)
  const applications = await deps.store.instances.list({
    applicant: applicant.id,
    ...within(applicant),
    limit: list.limit,
    ...(after === undefined ? {} : { after }),
  })
  const visibleTo = { user: applicant.id, groups: [] }
  const pages = await Promise.all(
    applications.items.map(({ agency, id }) =>
      deps.store.tasks.list({ ...rest, visibleTo, agency, instance: id, limit: list.limit }),
    ),
  )
  return { ...applications, items: pages.flatMap((page) => page.items) }
}

function pick(list: TaskList): Partial<TaskQuery> {
  return {
    status: list.status ?? 'open',
    ...(list.reference === undefined ? {} : { reference: list.reference }),
    ...(list.after === undefined ? {} : { after: list.after }),
  }
}

function viewOf(actor: Actor, view: 'mine' | 'free' | 'all'): Partial<TaskQuery> {
  if (actor.kind === 'system') return {}
  if (view === 'mine') return { assignee: actor.id }
  const visibleTo = { user: actor.id, groups: actor.groups }
  if (view === 'free') return { visibleTo, unassigned: true }
  return oversees(actor) ? {} : { visibleTo }
}
