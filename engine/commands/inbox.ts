/**
 * A clerk's inbox: what I have, what my groups may take, and for who oversees the work everything; overdue first.
 *
 * The tasks of colleagues in whose place I stand are mine as long as I do. What is counted is counted up to a thousand: beyond
 * that nobody reads a number, and no list makes the desk slow.
 */
import { hasRole, type Actor } from '../core/actor.ts'
import type { InstanceId } from '../core/ids.ts'
import type { Page } from '../core/page.ts'
import { oversees, worksAtDesk, type StandsFor } from '../core/policy/access.ts'
import { PALESTINE } from '../core/policy/calendar.ts'
import { endOfDay } from '../core/policy/day.ts'
import { forbidden, isProblem, type Problem } from '../core/problem.ts'
import type { DoneQuery, TaskPlaces, TaskQuery, TaskRow } from '../core/task.ts'
import type { EngineDeps } from '../deps.ts'
import { instancesFound } from './search-applications.ts'
import { principalsOf } from './tasks.ts'

export const INBOX_VIEWS = ['mine', 'groups', 'all'] as const
export type InboxView = (typeof INBOX_VIEWS)[number]
/** open: not completed. free: open and nobody has it. taken: open and somebody has it. done: completed, by me, of my groups or by anybody. */
export const INBOX_STATES = ['open', 'free', 'taken', 'done'] as const
export type InboxState = (typeof INBOX_STATES)[number]
export const INBOX_DUES = ['overdue', 'today', 'week'] as const
export type InboxDue = (typeof INBOX_DUES)[number]

export interface InboxQuery {
  readonly view: InboxView
  readonly service?: string
  readonly state?: InboxState
  readonly due?: InboxDue
  /** Reference number, name or number of a person. */
  readonly text?: string
  readonly after?: string
  readonly limit: number
}

export interface InboxPage extends Page<TaskRow> {
  /** The moment by which a task of the page is overdue or not. */
  readonly now: number
}

export type InboxCounts = Readonly<Record<InboxView, { readonly open: number; readonly overdue: number }>>

export const MOST_COUNTED = 1_000
type Person = Extract<Actor, { kind: 'user' }>

export async function listInbox(deps: EngineDeps, actor: Actor, query: InboxQuery): Promise<InboxPage | Problem> {
  const person = atDesk(actor, query.view)
  if (isProblem(person)) return person
  const now = deps.clock.now()
  const { agency } = person
  const { after, limit, service, state = 'open', text = '' } = query
  const paging = {
    agency,
    limit,
    ...(after === undefined ? {} : { after }),
    ...(service === undefined ? {} : { service }),
  }
  const found = text.trim() === '' ? undefined : await instancesFound(deps, person, text)
  if (found?.length === 0) return { items: [], now }
  if (state === 'done')
    return { ...(await deps.store.tasks.done({ ...paging, ...among(found), ...doneIn(person, query.view) })), now }
  const page = await deps.store.tasks.list({
    ...paging,
    ...among(found),
    ...inView(person, query.view, await principalsOf(deps, actor)),
    ...(state === 'free' ? { unassigned: true } : {}),
    ...(state === 'taken' ? { assigned: true } : {}),
    ...dueWithin(query.due, now),
    status: 'open',
  })
  return { ...page, now }
}

function doneIn({ id, groups }: Person, view: InboxView): Partial<DoneQuery> {
  if (view === 'all') return {}
  return view === 'mine' ? { by: id } : { groups }
}

const among = (found: readonly InstanceId[] | undefined): Pick<TaskQuery, 'instances'> =>
  found ? { instances: found } : {}

function inView({ id: user, groups }: Person, view: InboxView, standsFor: StandsFor): Partial<TaskQuery> {
  if (view === 'all') return {}
  return view === 'mine' ? { assignees: [user, ...standsFor] } : { visibleTo: { user, groups }, unassigned: true }
}

/** Days begin at midnight where the offices are. */
function dueWithin(due: InboxDue | undefined, now: number): Partial<TaskQuery> {
  if (due === undefined) return {}
  if (due === 'overdue') return { dueBefore: now }
  return { dueFrom: now, dueBefore: endOfDay(now, PALESTINE.timeZone, due === 'today' ? 0 : 6) }
}

/** Of `all` nothing to who does not oversee the work. */
export async function countInbox(deps: EngineDeps, actor: Actor): Promise<InboxCounts | Problem> {
  const person = atDesk(actor, 'mine')
  if (isProblem(person)) return person
  const { agency, id: user, groups } = person
  const assignees = [user, ...(await principalsOf(deps, actor))]
  const count = async (of: TaskPlaces['of']): Promise<InboxCounts[InboxView]> => {
    const places = { agency, ...(of && { of }) }
    const open = await deps.store.tasks.count(places, MOST_COUNTED)
    const overdue = await deps.store.tasks.count({ ...places, dueBefore: deps.clock.now() }, MOST_COUNTED)
    return { open, overdue }
  }
  return {
    mine: await count({ assignees }),
    groups: await count({ users: [user], groups }),
    all: oversees(actor) ? await count(undefined) : { open: 0, overdue: 0 },
  }
}

function atDesk(actor: Actor, view: InboxView): Person | Problem {
  if (actor.kind !== 'user' || !(worksAtDesk(actor) || hasRole(actor, 'worker')))
    return forbidden('desk.staff', 'Expected somebody who works at a desk of the agency')
  if (view === 'all' && !oversees(actor))
    return forbidden('desk.all', 'Expected a supervisor to see the tasks of everybody; look at yours or your groups')
  return actor
}
