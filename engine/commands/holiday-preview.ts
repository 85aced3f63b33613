/**
 * What announcing, changing or withdrawing days would move, told before it is done: which deadlines of running applications,
 * from when to when, and which of them would be late or in time again. Nothing is written.
 */
import { actorName, type Actor } from '../core/actor.ts'
import { type Holiday, withChange } from '../core/holiday.ts'
import { type AgencyId, type InstanceId, type ProgramKey, programParts, type Reference } from '../core/ids.ts'
import type { InstanceState } from '../core/instance.ts'
import { type Calendar, withHolidays } from '../core/policy/calendar.ts'
import { dueOf } from '../core/policy/statutory-time.ts'
import { isProblem, type Problem } from '../core/problem.ts'
import { programAround } from '../core/scope.ts'
import type { StatutoryClock } from '../core/statutory-clock.ts'
import type { InstanceRow } from '../core/instance-row.ts'
import type { Text } from '../core/text.ts'
import type { EngineDeps } from '../deps.ts'
import { type Announcement, judgedAnnouncement, mayWithdraw } from './holidays.ts'

/** Announced, withdrawn, or both: changed. */
export interface HolidayPlan {
  readonly announce?: Announcement
  /** Id of an announcement. */
  readonly withdraw?: string
}

export interface MovedDeadline {
  readonly instance: InstanceId
  readonly reference: Reference
  readonly packageId: string
  /** Id of the deadline in workflow.json. */
  readonly deadline: string
  readonly title: Text
  /** Epoch milliseconds. */
  readonly before: number
  readonly due: number
}

export interface HolidayPreview {
  /** How many deadlines move, of how many applications. */
  readonly deadlines: number
  readonly applications: number
  /** Of these: late now and in time again, in time now and late then. */
  readonly inTimeAgain: number
  readonly lateThen: number
  readonly services: readonly { readonly packageId: string; readonly title: Text; readonly deadlines: number }[]
  /** The first that fall due. */
  readonly examples: readonly MovedDeadline[]
  /** false: there are more applications than were looked at; all of them will be counted anew. */
  readonly complete: boolean
}

const AT_ONCE = 200
const MOST = 50_000
const EXAMPLES = 20

export async function previewHoliday(
  deps: EngineDeps,
  actor: Actor,
  plan: HolidayPlan,
): Promise<HolidayPreview | Problem> {
  const withdrawn = plan.withdraw === undefined ? undefined : await mayWithdraw(deps, actor, plan.withdraw)
  if (withdrawn && isProblem(withdrawn)) return withdrawn
  const announced = plan.announce && judgedAnnouncement(deps, actor, plan.announce)
  if (announced && isProblem(announced)) return announced
  const now = deps.clock.now()
  const all = await deps.store.holidays.list()
  const change = { ...(announced && { announced }), ...(withdrawn && { withdrawn: withdrawn.id }) }
  const planned = withChange(all, change, { at: now, by: actorName(actor) })
  const agencies = new Set([announced, withdrawn].flatMap((one) => (one ? [one.agency] : [])))
  const [agency] = agencies.size === 1 ? agencies : []
  const { moved, complete } = await look(deps, agency, counter(all, planned))
  return { ...(await summed(deps, moved, now)), complete }
}

interface Moved extends Omit<MovedDeadline, 'title'> {
  readonly program: ProgramKey
}

/** Looks through what runs at the agency, or at every one. */
async function look(
  deps: EngineDeps,
  agency: AgencyId | undefined,
  count: (row: InstanceRow, state: InstanceState, calendar: Calendar) => readonly Moved[],
): Promise<{ readonly moved: readonly Moved[]; readonly complete: boolean }> {
  const moved: Moved[] = []
  let after: string | undefined
  for (let seen = 0; seen < MOST; seen += AT_ONCE) {
    const page = await deps.store.instances.list({
      running: true,
      limit: AT_ONCE,
      ...(agency === undefined ? {} : { agency }),
      ...(after === undefined ? {} : { after }),
    })
    for (const { id } of page.items) {
      const row = await deps.store.instances.get(id)
      if (!row?.state.includes('"clocks"')) continue
      const state = JSON.parse(row.state) as InstanceState
      if (!state.clocks) continue
      moved.push(...count(row, state, (await deps.definitions.context(state.program)).calendar))
    }
    after = page.next
    if (after === undefined) return { moved, complete: true }
    await deps.pause?.()
  }
  return { moved, complete: false }
}

/** How far each deadline of an application moves when the days are no more these but those. */
function counter(all: readonly Holiday[], planned: readonly Holiday[]) {
  const calendars = new Map<string, WeakMap<Calendar, readonly [Calendar, Calendar]>>()
  const both = (own: Calendar, agency: AgencyId): readonly [Calendar, Calendar] => {
    const known = calendars.get(agency) ?? new WeakMap<Calendar, readonly [Calendar, Calendar]>()
    calendars.set(agency, known)
    const pair = known.get(own) ?? [withHolidays(own, all, agency), withHolidays(own, planned, agency)]
    known.set(own, pair)
    return pair
  }
  return ({ id, reference }: InstanceRow, state: InstanceState, own: Calendar): readonly Moved[] => {
    const [is, then] = both(own, state.agency)
    return Object.values<StatutoryClock>(state.clocks ?? {}).flatMap((clock) => {
      const [before, due] = [dueOf(is, clock), dueOf(then, clock)]
      if (before === undefined || due === undefined || before === due) return []
      const program = programAround(state, clock.owner)
      const { packageId } = programParts(program)
      return [{ instance: id, reference, program, packageId, deadline: clock.deadline, before, due }]
    })
  }
}

async function summed(
  { definitions }: EngineDeps,
  moved: readonly Moved[],
  now: number,
): Promise<Omit<HolidayPreview, 'complete'>> {
  const workflowOf = async (program: ProgramKey) => (await definitions.packageOf(program))?.workflow
  const services = [...Map.groupBy(moved, ({ packageId }) => packageId)].map(async ([packageId, theirs]) => {
    const workflow = theirs[0] && (await workflowOf(theirs[0].program))
    return { packageId, title: workflow?.title ?? named(packageId), deadlines: theirs.length }
  })
  const first = moved.toSorted((one, other) => one.before - other.before).slice(0, EXAMPLES)
  const examples = first.map(async ({ program, ...one }) => {
    const deadline = (await workflowOf(program))?.deadlines?.find(({ id }) => id === one.deadline)
    return { ...one, title: deadline?.title ?? named(one.deadline) }
  })
  return {
    deadlines: moved.length,
    applications: new Set(moved.map(({ instance }) => instance)).size,
    inTimeAgain: moved.filter(({ before, due }) => before <= now && due > now).length,
    lateThen: moved.filter(({ before, due }) => before > now && due <= now).length,
    services: await Promise.all(services),
    examples: await Promise.all(examples),
  }
}

const named = (id: string): Text => ({ ar: id, en: id })
