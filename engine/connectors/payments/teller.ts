/**
 * Tells waiting tasks how their charges ended. A switch's answer, a sweep and a repeated callback may all notice the same
 * end at the same moment: within this process the engine hears it once, and again only where its job is still open.
 */
import type { Charge } from '../../core/charge.ts'
import type { JobOutcome } from '../../core/connector.ts'
import type { JobKey } from '../../core/job.ts'
import { FINAL } from './charge-book.ts'
import type { Teller } from './context.ts'
import { outcomeOf } from './outcome.ts'
import { incidentOf } from './pursuit/requesting.ts'

const REMEMBERED = 1000

export function teller(completeJob: (job: JobKey, outcome: JobOutcome) => Promise<void>): Teller {
  const underWay = new Map<JobKey, Promise<void>>()
  const told = new Set<JobKey>()

  async function say(charge: Charge): Promise<void> {
    const outcome = outcomeOf(charge) ?? incidentOf(charge)
    if (outcome === undefined) return
    await completeJob(charge.job, outcome)
    if (FINAL.has(charge.state)) told.add(charge.job)
    for (const oldest of told) if (told.size > REMEMBERED) told.delete(oldest)
  }

  function tellAgain(charge: Charge): Promise<void> {
    const before = underWay.get(charge.job)
    if (before !== undefined) return before
    const mine = say(charge).finally(() => underWay.delete(charge.job))
    underWay.set(charge.job, mine)
    return mine
  }

  return { tell: (charge) => (told.has(charge.job) ? Promise.resolve() : tellAgain(charge)), tellAgain }
}
