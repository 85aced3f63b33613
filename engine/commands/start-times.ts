/**
 * When services begin by themselves: computed when they are deployed, computed again by the calendar that is known when they
 * fall due, and kept over to a new version that says the same.
 *
 * A cycle is not begun anew by deploying a service again, or one deployed often would never begin by itself; what fell due
 * while a service was held begins when it goes on, in the version then in force. Where a new version draws its timer
 * otherwise, it is counted from the deployment.
 */
import type { AgencyId } from '../core/ids.ts'
import { programParts } from '../core/ids.ts'
import type { Repeat } from '../core/instance.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import type { Calendar } from '../core/policy/calendar.ts'
import { elementById, singleTriggers, type TimerDefinition } from '../core/program.ts'
import type { StartTime, StartTimerRow } from '../core/start-timer.ts'
import { type Due, firstDue, nextDue } from '../core/timer.ts'
import type { EngineDeps } from '../deps.ts'
import { calendarOfService } from '../transition.ts'
import type { Starts } from './starts.ts'

/** @param since epoch milliseconds it is counted from */
export function firstStart(
  { definitions }: EngineDeps,
  service: CheckedPackage,
  timer: TimerDefinition,
  since: number,
  calendar: Calendar,
): Due {
  const scope = definitions.emptyScope(service, since, calendar)
  return firstDue(timer, (expression) => expression.evaluate(scope), since, calendar)
}

/** What the calendar known now says of a timer that has not fired yet; undefined: what it said before. */
export async function recounted(deps: EngineDeps, row: StartTimerRow): Promise<StartTime | undefined> {
  const { since, program, element, ended } = row
  const service = await deps.definitions.packageOf(program)
  const timer = service && timerOf(service, program, element)
  if (ended || since === undefined || !timer) return undefined
  const calendar = await calendarOfService(deps, service, row.agency)
  const first = firstStart(deps, service, timer, since, calendar)
  const found = row.fired ? again(row, first, since, calendar) : timeOf(first)
  return found === undefined || found.due === row.due ? undefined : found
}

const timeOf = (due: Due): StartTime | undefined =>
  due.ok ? { due: due.due, ...(due.repeat ? { repeat: JSON.stringify(due.repeat) } : {}) } : undefined

/** One more time of its cycle. */
function again({ repeat }: StartTimerRow, first: Due, since: number, calendar: Calendar): StartTime | undefined {
  const left = repeat === undefined ? undefined : (JSON.parse(repeat) as Repeat)
  const every = left?.every ?? (first.ok ? first.repeat?.every : undefined)
  const next = every === undefined ? undefined : nextDue({ left: -1, every }, since, calendar)
  return next && { due: next.due, ...(repeat === undefined ? {} : { repeat }) }
}

/** Announced days move what has not begun yet. @param agency absent: every one */
export async function recountStarts(deps: EngineDeps, agency: AgencyId | undefined): Promise<void> {
  await deps.lanes.run('deploy', async () => {
    for (const row of await deps.store.timers.starts(agency === undefined ? {} : { agency })) {
      const time = await recounted(deps, row)
      if (time) await keepRecounted(deps, row, time)
    }
  })
}

export async function keepRecounted(
  { store, clock }: EngineDeps,
  { agency, program, element }: StartTimerRow,
  { due, repeat }: StartTime,
): Promise<void> {
  const left = repeat === undefined ? {} : { repeat }
  await store.commit({
    agency,
    at: clock.now(),
    changes: [{ kind: 'recountStartTimer', program, element, due, ...left }],
  })
}

/** The timers of a new version, with the times of those the version in force has as well. */
export async function keptStartTimers(
  deps: EngineDeps,
  service: CheckedPackage,
  fresh: Starts['startTimers'],
): Promise<Starts['startTimers']> {
  const before = await deps.store.timers.starts({ packageId: service.workflow.id })
  return Promise.all(
    fresh.map(async (timer) => {
      const { processId } = programParts(timer.program)
      const same = before.find(
        ({ program, element }) => element === timer.element && programParts(program).processId === processId,
      )
      const old = same && (await deps.definitions.packageOf(same.program))
      const isKept =
        old && isSame(timerOf(old, same.program, same.element), timerOf(service, timer.program, timer.element))
      if (!same || !isKept) return timer
      const { agency: _, ...time } = same
      return { ...time, program: timer.program }
    }),
  )
}

function timerOf(
  { programs }: CheckedPackage,
  program: StartTimerRow['program'],
  id: string,
): TimerDefinition | undefined {
  const drawn = programs.get(programParts(program).processId)
  const element = drawn && elementById(drawn, id)
  const triggers = element?.kind === 'startEvent' ? singleTriggers(element.trigger) : []
  return triggers.flatMap((trigger) => (trigger.kind === 'timer' ? [trigger.timer] : []))[0]
}

const isSame = (one: TimerDefinition | undefined, other: TimerDefinition | undefined): boolean =>
  one !== undefined && other !== undefined && saidBy(one) === saidBy(other)

function saidBy(timer: TimerDefinition): string {
  if (timer.kind === 'date') return `date ${timer.at.source}`
  return timer.kind === 'duration' ? `duration ${timer.after.source}` : `cycle ${timer.every.source}`
}
