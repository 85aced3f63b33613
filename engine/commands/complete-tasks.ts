/** Deciding several tasks in one go, each with its own reason and each by itself: what fails holds up nothing else. */
import type { Actor } from '../core/actor.ts'
import type { JsonObject } from '../core/json.ts'
import { invalid, isProblem, type Problem } from '../core/problem.ts'
import type { EngineDeps } from '../deps.ts'
import { unfitText } from './notes.ts'
import { completeTask } from './tasks.ts'

export interface TaskDecision {
  /** instance:number */
  readonly id: string
  readonly answers: JsonObject
  readonly reason: string
}

export interface TaskOutcome {
  readonly id: string
  /** Absent: it is done. */
  readonly problem?: Problem
}

export const MOST_AT_ONCE = 50

/** One after the other, in the order they are given. */
export async function completeTasks(
  deps: EngineDeps,
  actor: Actor,
  decisions: readonly TaskDecision[],
): Promise<readonly TaskOutcome[] | Problem> {
  if (decisions.length === 0 || decisions.length > MOST_AT_ONCE)
    return invalid('tasks.number', `Expected 1 to ${MOST_AT_ONCE} tasks at once, but there are ${decisions.length}`)
  const outcomes: TaskOutcome[] = []
  for (const { id, answers, reason } of decisions) {
    const done = unfitText(reason) ?? (await completeTask(deps, actor, id, answers, reason))
    outcomes.push(isProblem(done) ? { id, problem: done } : { id })
  }
  return outcomes
}
