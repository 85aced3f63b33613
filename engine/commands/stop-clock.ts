/**
 * A supervisor stops a deadline of law by hand, and lets it go on. Only where the package says so (`stop` of the deadline in
 * workflow.json): under one of its articles, no longer and no oftener than it allows, with a reason that whoever waits can
 * read; never a deadline that has passed, and never one's own work.
 */
import type { Actor } from '../core/actor.ts'
import { eventsOf } from '../core/history.ts'
import type { InstanceId } from '../core/ids.ts'
import type { InstanceState } from '../core/instance.ts'
import type { InstanceRow } from '../core/instance-row.ts'
import { mayStopClock } from '../core/policy/access.ts'
import { conflict, forbidden, invalid, isProblem, type Problem } from '../core/problem.ts'
import { programAround } from '../core/scope.ts'
import { type ClockId, clockParts } from '../core/statutory-clock.ts'
import { momentOf } from '../core/timer.ts'
import type { StopPolicy } from '../core/workflow.ts'
import type { EngineDeps } from '../deps.ts'
import { calendarFor, transition, type Moved } from '../transition.ts'
import { unfitText } from './notes.ts'

export interface ClockStop {
  /** Id of the deadline, or of one clock of several (`12/decision`). */
  readonly deadline: string
  /** Id of one of the articles the package allows. */
  readonly legalBasis: string
  readonly reason: string
  /** Epoch milliseconds; absent: as long as the package allows. */
  readonly until?: number
}

export function stopClock(
  deps: EngineDeps,
  actor: Actor,
  instance: InstanceId,
  asked: ClockStop,
): Promise<Moved | Problem> {
  return onClock(deps, actor, instance, asked, async (row, state, clock) => {
    const policy = await stopPolicyOf(deps, state, clock)
    const { legalBasis, reason } = asked
    if (!policy) return NOT_ALLOWED
    if (!policy.legalBasis.includes(legalBasis)) return wrongArticle(policy, legalBasis)
    if ((await timesStopped(deps, row, clock)) >= policy.times)
      return conflict(
        'clock.too-often',
        `Expected at most ${policy.times} stops of a deadline, but it was stopped as often`,
      )
    const until = await endOf(deps, row, policy, asked.until)
    return isProblem(until) ? until : { kind: 'stopClock', clock, until, legalBasis, reason }
  })
}

export function continueClock(
  deps: EngineDeps,
  actor: Actor,
  instance: InstanceId,
  asked: Pick<ClockStop, 'deadline' | 'reason'>,
): Promise<Moved | Problem> {
  const { reason } = asked
  return onClock(deps, actor, instance, asked, (_row, _state, clock) => ({ kind: 'continueClock', clock, reason }))
}

type Judged = Awaited<ReturnType<Parameters<typeof transition>[1]['command']>>

function onClock(
  deps: EngineDeps,
  actor: Actor,
  instance: InstanceId,
  { deadline, reason }: Pick<ClockStop, 'deadline' | 'reason'>,
  judge: (row: InstanceRow, state: InstanceState, clock: ClockId) => Promise<Judged> | Judged,
): Promise<Moved | Problem> {
  return transition(deps, {
    instance,
    actor,
    command: (row, state) => {
      const refused = mayStopClock(actor, row, state) ?? unfitText(reason)
      if (refused) return refused
      const clock = clockNamed(state, deadline)
      return isProblem(clock) ? clock : judge(row, state, clock)
    },
  })
}

/** Its own id, or that of its deadline where only one clock of it runs. */
function clockNamed({ clocks = {} }: InstanceState, name: string): ClockId | Problem {
  const ids = Object.keys(clocks) as ClockId[]
  const found = ids.filter((id) => id === name || clockParts(id).deadline === name)
  const [only] = found
  if (only === undefined)
    return conflict('clock.not-running', `Expected a deadline that runs, but found "${name.slice(0, 80)}"`)
  if (found.length === 1) return only
  return conflict('clock.several', `Expected one deadline, but several run: name one of ${found.join(', ')}`)
}

/** What the package says of stopping this deadline; undefined: nothing, so nobody may. */
export async function stopPolicyOf(
  { definitions }: Pick<EngineDeps, 'definitions'>,
  state: InstanceState,
  clock: ClockId,
): Promise<StopPolicy | undefined> {
  const { owner, deadline } = clockParts(clock)
  const found = await definitions.packageOf(programAround(state, owner))
  return found?.workflow.deadlines?.find(({ id }) => id === deadline)?.stop
}

const NOT_ALLOWED = forbidden(
  'clock.no-stop',
  'Expected a deadline that its service lets a supervisor stop, but the law of this one knows no stop by hand',
)

const wrongArticle = ({ legalBasis }: StopPolicy, found: string): Problem =>
  invalid(
    'clock.legal-basis',
    `Expected an article that allows the stop (${legalBasis.join(', ')}), but found "${found.slice(0, 80)}"`,
  )

/** In the whole application, also by clocks of the deadline that have ended. */
async function timesStopped({ store }: EngineDeps, { id }: InstanceRow, clock: ClockId): Promise<number> {
  const { deadline } = clockParts(clock)
  const events = (await store.instances.history(id)).flatMap(eventsOf)
  return events.filter((event) => event.kind === 'clockStoppedByHand' && clockParts(event.clock).deadline === deadline)
    .length
}

async function endOf(
  deps: EngineDeps,
  { program, agency }: InstanceRow,
  { longest }: StopPolicy,
  wanted: number | undefined,
): Promise<number | Problem> {
  const last = momentOf(longest, deps.clock.now(), await calendarFor(deps, program, agency))
  if (!last.ok) return invalid('clock.until', last.reason)
  if (wanted === undefined || wanted <= last.due) return wanted ?? last.due
  return invalid(
    'clock.until',
    `Expected a stop until ${new Date(last.due).toISOString()} at the latest (${longest}), but found ${new Date(wanted).toISOString()}`,
  )
}
