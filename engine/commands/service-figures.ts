/** The figures of all services, read by everybody; worked out at most every few minutes. */
import type { ServiceFigures } from '../core/service-figures.ts'
import type { EngineDeps } from '../deps.ts'

const MINUTE = 60_000
const FRESH = 5 * MINUTE
const YEAR = 365 * 24 * 60 * MINUTE

interface Kept {
  readonly at: number
  readonly figures: Promise<readonly ServiceFigures[]>
}

const kept = new WeakMap<EngineDeps, Kept>()

export function serviceFigures(deps: EngineDeps): Promise<readonly ServiceFigures[]> {
  const now = deps.clock.now()
  const before = kept.get(deps)
  if (before && now >= before.at && now - before.at < FRESH) return before.figures
  const figures = deps.store.serviceFigures.list(now - YEAR)
  kept.set(deps, { at: now, figures })
  figures.catch(() => kept.delete(deps))
  return figures
}
