/**
 * How fast one application may be moved on by the house itself: by its timers, its messages, its jobs.
 *
 * People are never held up; a procedure that goes round without end is, so that it cannot take a whole processor or
 * flood a register. What is held back stays in the store and has its turn in the next second.
 */
import type { InstanceId } from './core/ids.ts'

export interface Pace {
  /** Whether this application may take one more step of this kind in this second; counted when it may. */
  allows(instance: InstanceId, now: number): boolean
}

const SECOND = 1_000

/** @param most steps per application and second */
export function pace(most: number): Pace {
  const steps = new Map<InstanceId, number>()
  let second = Number.NEGATIVE_INFINITY
  return {
    allows(instance, now) {
      const present = Math.floor(now / SECOND)
      if (present !== second) steps.clear()
      second = present
      const taken = steps.get(instance) ?? 0
      if (taken >= most) return false
      steps.set(instance, taken + 1)
      return true
    },
  }
}
