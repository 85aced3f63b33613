/** Time in a trial: it stands still until the scenario moves it, and names are counted, so that each run is the same. */
import type { Clock, Ids } from '../core/clock.ts'
import type { InstanceId, Reference } from '../core/ids.ts'

export interface VirtualClock extends Clock {
  set(now: number): void
}

export function virtualClock(start: number): VirtualClock {
  let now = start
  return {
    now: () => now,
    set(to) {
      now = to
    },
  }
}

export function countedIds(): Ids {
  let count = 0
  const next = (): string => String(++count)
  return {
    instance: () => next().padStart(26, '0') as InstanceId,
    reference: () => `TEST-${next().padStart(4, '0')}` as Reference,
    uuid: () => `00000000-0000-4000-8000-${next().padStart(12, '0')}`,
    secret: () => `secret-${next()}`,
    fraction: () => 0.5,
  }
}
