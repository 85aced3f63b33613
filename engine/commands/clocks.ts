/** The statutory deadlines of an application as they stand now, for whoever follows it: desk, portal, command line. */
import type { InstanceState } from '../core/instance.ts'
import { type ClockReading, readClock } from '../core/policy/statutory-time.ts'
import { programAround } from '../core/scope.ts'
import type { Text } from '../core/text.ts'
import type { EngineDeps } from '../deps.ts'
import { calendarFor } from '../transition.ts'

export interface ClockView extends ClockReading {
  /** Id of the deadline in workflow.json. */
  readonly deadline: string
  readonly title: Text
  readonly started: number
  /** Element ids of the steps that hold it. */
  readonly stoppedBy?: readonly string[]
  /** What the law makes of it when nobody decides in time. */
  readonly silence?: 'approval' | 'refusal'
  readonly legalBasis?: string
}

/** Soonest due first, those that stand still last. */
export async function clocksOf(deps: EngineDeps, state: InstanceState, now: number): Promise<readonly ClockView[]> {
  if (!state.clocks) return []
  const calendar = await calendarFor(deps, state.program, state.agency)
  const views = await Promise.all(
    Object.values(state.clocks).map(async (clock): Promise<ClockView> => {
      const checked = await deps.definitions.packageOf(programAround(state, clock.owner))
      const deadline = checked?.workflow.deadlines?.find(({ id }) => id === clock.deadline)
      return {
        deadline: clock.deadline,
        title: deadline?.title ?? { ar: clock.deadline, en: clock.deadline },
        started: clock.started,
        ...(clock.stopped && { stoppedBy: clock.stopped.by }),
        ...(deadline?.silence && { silence: deadline.silence }),
        ...(deadline?.legalBasis !== undefined && { legalBasis: deadline.legalBasis }),
        ...readClock(calendar, clock, now),
      }
    }),
  )
  return views.toSorted((one, other) => (one.due ?? Infinity) - (other.due ?? Infinity))
}
