/** A trial under way: an application, the people around it, the time it is there, and what has gone wrong so far. */
import { DateTime, Duration } from 'luxon'
import type { Actor } from '../core/actor.ts'
import type { AgencyId, InstanceId } from '../core/ids.ts'
import type { Problem } from '../core/problem.ts'
import type { Engine } from '../engine.ts'
import type { Worker } from '../worker.ts'
import type { Text } from '../core/text.ts'
import { failure, refusedTo, type Failure } from './failure.ts'
import type { VirtualClock } from './clock.ts'
import type { World } from './connectors.ts'
import type { Scenario } from '../core/trial/scenario.ts'

const MOST_ROUNDS = 1_000

export interface Trial {
  readonly engine: Engine
  readonly worker: Worker
  readonly clock: VirtualClock
  readonly world: World
  readonly scenario: Scenario
  readonly agency: AgencyId
  readonly instance: InstanceId
  readonly failures: Failure[]
  /** Why commands of the step at hand were refused that were to be accepted. */
  readonly refusals: Problem[]
  person(name: string): Actor
}

/** Everything due now, until nothing is. */
export async function settle(worker: Worker): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) if ((await worker.tick()) === 0) return
  throw new Error(`Expected the trial to come to rest within ${MOST_ROUNDS} rounds`)
}

/** Moves time to `until`, stopping at everything that falls due on the way. */
export async function advance(trial: Trial, duration: string): Promise<void> {
  const span = Duration.fromISO(duration)
  if (!span.isValid) {
    trial.failures.push(failure.duration(duration))
    return
  }
  const { store } = trial.engine.deps
  const until = DateTime.fromMillis(trial.clock.now(), { zone: 'utc' }).plus(span).toMillis()
  const types = trial.world.connectors.map((connector) => connector.type)
  for (let stop = 0; stop < MOST_ROUNDS * 10; stop++) {
    const [timer, job] = await Promise.all([store.timers.next(), store.jobs.next(types)])
    const next = Math.min(timer ?? Infinity, job ?? Infinity)
    if (next > until) break
    trial.clock.set(Math.max(next, trial.clock.now()))
    await settle(trial.worker)
  }
  trial.clock.set(until)
}

/** Says that a command was refused which was to be accepted. */
export function refuse(trial: Trial, wanted: Text, problem: Problem): void {
  trial.failures.push(refusedTo(wanted, problem))
  trial.refusals.push(problem)
}
