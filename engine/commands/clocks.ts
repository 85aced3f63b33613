/** The statutory deadlines of an application as they stand now, for whoever follows it: desk, portal, command line. */
import { bilingual } from '../core/bilingual.ts'
import type { InstanceState } from '../core/instance.ts'
import type { CheckedPackage } from '../core/package/package.ts'
import { accountOf, type DeadlineAccount } from '../core/policy/deadline-account.ts'
import { type ClockReading, readClock } from '../core/policy/statutory-time.ts'
import { programAround } from '../core/scope.ts'
import { type ClockId, handStopAt, type StatutoryClock } from '../core/statutory-clock.ts'
import type { Text } from '../core/text.ts'
import { elementById } from '../core/program.ts'
import type { LegalBasis, StopPolicy } from '../core/workflow.ts'
import type { EngineDeps } from '../deps.ts'
import { calendarFor } from '../transition.ts'

export interface ClockView extends ClockReading {
  readonly id: ClockId
  /** Id of the deadline in workflow.json. */
  readonly deadline: string
  readonly title: Text
  readonly started: number
  /** Element ids of the steps that hold it. */
  readonly stoppedBy?: readonly string[]
  /** What the law makes of it when nobody decides in time. */
  readonly silence?: 'approval' | 'refusal'
  readonly legalBasis?: string
  /** By a supervisor, until then at the latest. */
  readonly stoppedByHand?: { readonly until: number; readonly legalBasis: string; readonly reason: string }
  /** What the service says of stopping it by hand. */
  readonly stop?: StopPolicy
  /** Why it is due when it is. */
  readonly account: DeadlineAccount
  /** Of its service. */
  readonly articles: readonly LegalBasis[]
  /** Names of steps that held it, by id. */
  readonly steps: ReadonlyMap<string, Text>
}

/** Soonest due first, those that stand still last. */
export async function clocksOf(deps: EngineDeps, state: InstanceState, now: number): Promise<readonly ClockView[]> {
  if (!state.clocks) return []
  const calendar = await calendarFor(deps, state.program, state.agency)
  const clocks = Object.entries(state.clocks) as [ClockId, StatutoryClock][]
  const views = await Promise.all(
    clocks.map(async ([id, clock]): Promise<ClockView> => {
      const service = await deps.definitions.packageOf(programAround(state, clock.owner))
      const deadline = service?.workflow.deadlines?.find((it) => it.id === clock.deadline)
      const account = accountOf(calendar, clock, now)
      const hand = handStopAt(clock, now)
      return {
        id,
        deadline: clock.deadline,
        title: deadline?.title ?? { ar: clock.deadline, en: clock.deadline },
        started: clock.started,
        ...(clock.stopped && { stoppedBy: clock.stopped.by }),
        ...(hand && { stoppedByHand: { until: hand.to, legalBasis: hand.legalBasis, reason: hand.reason } }),
        ...(deadline?.silence && { silence: deadline.silence }),
        ...(deadline?.stop && { stop: deadline.stop }),
        ...(deadline?.legalBasis !== undefined && { legalBasis: deadline.legalBasis }),
        ...readClock(calendar, clock, now),
        ...(hand && { stoppedSince: hand.from }),
        account,
        articles: articlesOf(service),
        steps: await stepsIn(deps, service, account),
      }
    }),
  )
  return views.toSorted((one, other) => (one.due ?? Infinity) - (other.due ?? Infinity))
}

const articlesOf = (service: CheckedPackage | undefined): ClockView['articles'] => service?.workflow.legalBasis ?? []

/** What the drawings call the steps that held it, those of shared packages too. */
async function stepsIn(
  { definitions }: EngineDeps,
  service: CheckedPackage | undefined,
  { stood }: DeadlineAccount,
): Promise<ClockView['steps']> {
  const uses = Object.entries(service?.workflow.uses ?? {})
  const shared = await Promise.all(uses.map(([id, version]) => definitions.package(id, version)))
  const programs = [service, ...shared].flatMap((one) => [...(one?.programs.values() ?? [])])
  const ids = new Set(stood.flatMap(({ by = [] }) => by))
  return new Map(
    [...ids].flatMap((id) => {
      const found = programs.flatMap((program) => elementById(program, id) ?? [])[0]
      return found?.name ? [[id, bilingual(found.name)] as const] : []
    }),
  )
}
