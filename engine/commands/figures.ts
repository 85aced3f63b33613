/** The figures of one's agency, for who oversees its work. */
import type { Actor } from '../core/actor.ts'
import type { TaskFigures } from '../core/figures.ts'
import { oversees } from '../core/policy/access.ts'
import { forbidden, type Problem } from '../core/problem.ts'
import type { EngineDeps } from '../deps.ts'

export interface Figures {
  readonly now: number
  readonly since: number
  readonly tasks: readonly TaskFigures[]
}

const DAY = 24 * 3_600_000
const MOST_DAYS = 366

/** @param days what was done is counted over so many days, today the last of them; 1 to 366 */
export async function getFigures(deps: EngineDeps, actor: Actor, days: number): Promise<Figures | Problem> {
  if (actor.kind !== 'user' || !oversees(actor))
    return forbidden('figures.supervisor', 'Expected a supervisor, operator or auditor to look at the figures')
  const now = deps.clock.now()
  const since = now - (Math.min(Math.max(days, 1), MOST_DAYS) - 1) * DAY
  return { now, since, tasks: await deps.store.figures.tasks({ agency: actor.agency, now, since }) }
}
