/**
 * Days on which an agency does not work: announced, even for days that have passed, and withdrawn, with who and why. The
 * deadlines of running applications are counted anew one after another by the worker (engine/holidays.ts).
 */
import { actorName, type Actor } from '../core/actor.ts'
import type { Holiday, NewHoliday } from '../core/holiday.ts'
import type { AgencyId } from '../core/ids.ts'
import { isPlatformOperator, mayActFor, PLATFORM_AGENCY } from '../core/policy/access.ts'
import { daysFrom } from '../core/policy/calendar.ts'
import { conflict, forbidden, invalid, isProblem, notFound, type Problem } from '../core/problem.ts'
import type { Change } from '../core/change.ts'
import type { Text } from '../core/text.ts'
import type { EngineDeps } from '../deps.ts'

export interface Announcement {
  /** Absent: one's own. */
  readonly agency?: AgencyId
  /** Of every agency instead. */
  readonly everyAgency?: boolean
  /** Only in this governorate. */
  readonly governorate?: string
  /** The office works, but closes at this time, "12:00". */
  readonly closes?: string
  readonly title: Text
  /** ISO dates; the last one included, absent: one day. */
  readonly first: string
  readonly last?: string
}

const LONGEST_DAYS = 366
const LONGEST_TITLE = 200
const GOVERNORATE = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/

export async function announceHoliday(
  deps: EngineDeps,
  actor: Actor,
  announcement: Announcement,
): Promise<Holiday | Problem> {
  const holiday = judgedAnnouncement(deps, actor, announcement)
  if (isProblem(holiday)) return holiday
  return announced(deps, actor, holiday, [])
}

/** Withdrawn under the reason and announced anew in one write: nobody ever counts by neither of the two. */
export async function changeHoliday(
  deps: EngineDeps,
  actor: Actor,
  { id, announcement, reason }: { readonly id: string; readonly announcement: Announcement; readonly reason: string },
): Promise<Holiday | Problem> {
  return oneAtATime(deps, async () => {
    const found = await mayWithdraw(deps, actor, id)
    if (isProblem(found)) return found
    const holiday = judgedAnnouncement(deps, actor, announcement)
    if (isProblem(holiday)) return holiday
    return announced(deps, actor, holiday, [{ kind: 'withdrawHoliday', id, by: actorName(actor), reason }])
  })
}

/** What two people withdraw at once is withdrawn by the first of them. */
const oneAtATime = <T>({ lanes }: EngineDeps, work: () => Promise<T>): Promise<T> => lanes.run('holidays', work)

async function announced(
  { store, clock }: EngineDeps,
  actor: Actor,
  holiday: NewHoliday,
  changes: readonly Change[],
): Promise<Holiday> {
  const at = clock.now()
  const by = actorName(actor)
  const agency = holiday.agency ?? (PLATFORM_AGENCY as AgencyId)
  await store.commit({ agency, at, changes: [...changes, { kind: 'announceHoliday', holiday, by }] })
  return { ...holiday, announced: { at, by } }
}

/** The days as they are to be announced, or why this person may not announce them. */
export function judgedAnnouncement(
  { ids }: EngineDeps,
  actor: Actor,
  announcement: Announcement,
): NewHoliday | Problem {
  const agency = whose(actor, announcement)
  if (isProblem(agency)) return agency
  const { title, first, last = first, governorate, closes } = announcement
  const unfit = unfitTitle(title) ?? unfitDays(first, last) ?? unfitGovernorate(governorate) ?? unfitTime(closes)
  if (unfit) return unfit
  const own = agency === 'every' ? {} : { agency }
  const where = governorate === undefined ? {} : { governorate }
  const early = closes === undefined ? {} : { closes }
  return { id: ids.uuid(), ...own, ...where, ...early, title, first, last }
}

export async function withdrawHoliday(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Holiday | Problem> {
  return oneAtATime(deps, async () => {
    const found = await mayWithdraw(deps, actor, id)
    if (isProblem(found)) return found
    const at = deps.clock.now()
    const by = actorName(actor)
    const agency = found.agency ?? (PLATFORM_AGENCY as AgencyId)
    await deps.store.commit({ agency, at, changes: [{ kind: 'withdrawHoliday', id, by, reason }] })
    return { ...found, withdrawn: { at, by, reason } }
  })
}

/** The announcement, or why this person may not withdraw it. */
export async function mayWithdraw({ store }: EngineDeps, actor: Actor, id: string): Promise<Holiday | Problem> {
  const found = (await store.holidays.list()).find((one) => one.id === id)
  const mayTouch = found && (found.agency === undefined ? isPlatformOperator(actor) : mayActFor(actor, found.agency))
  if (!found || !mayTouch)
    return notFound('holiday.not-found', 'Expected the id of a holiday you may withdraw, but there is none by this id')
  if (found.withdrawn)
    return conflict('holiday.withdrawn', `Expected a holiday in force, but ${found.withdrawn.by} has withdrawn it`)
  return found
}

/** Those of every agency and of one's own, the withdrawn ones too; of all agencies for operators of the installation. */
export async function listHolidays(deps: EngineDeps, actor: Actor): Promise<readonly Holiday[]> {
  const all = await deps.store.holidays.list()
  return all.filter(({ agency }) => agency === undefined || mayActFor(actor, agency))
}

function whose(
  actor: Actor,
  { agency = actor.agency, everyAgency = false }: Announcement,
): AgencyId | 'every' | Problem {
  if (everyAgency)
    return isPlatformOperator(actor)
      ? 'every'
      : forbidden('holiday.agency', 'Expected an operator of the installation, who alone speaks for every agency')
  if (mayActFor(actor, agency)) return agency
  return forbidden('holiday.agency', 'Expected your own agency, but found another; only its people may do this')
}

function unfitTitle({ ar, en }: Text): Problem | undefined {
  if ([ar, en].every((text) => text.trim() !== '' && text.length <= LONGEST_TITLE)) return undefined
  return invalid(
    'holiday.title',
    `Expected what the days are called, in Arabic and in English, in at most ${LONGEST_TITLE} characters each`,
  )
}

function unfitDays(first: string, last: string): Problem | undefined {
  const days = daysFrom(first, last)
  if (days === undefined)
    return invalid('holiday.days', `Expected days like "2026-11-15", but found "${first}" and "${last}"`)
  if (days >= 1 && days <= LONGEST_DAYS) return undefined
  return invalid('holiday.days', `Expected 1 to ${LONGEST_DAYS} days, the last not before the first, but found ${days}`)
}

const unfitGovernorate = (code: string | undefined): Problem | undefined =>
  code === undefined || GOVERNORATE.test(code)
    ? undefined
    : invalid(
        'holiday.governorate',
        `Expected the code of a governorate like "PS-RBH", but found "${code.slice(0, 60)}"`,
      )

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

const unfitTime = (closes: string | undefined): Problem | undefined =>
  closes === undefined || TIME.test(closes)
    ? undefined
    : invalid('holiday.closes', `Expected when the office closes, like "12:00", but found "${closes.slice(0, 60)}"`)
