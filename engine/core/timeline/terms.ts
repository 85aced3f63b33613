/** The terms of law that run for an application: by when each wants it, or since when it stands still. */
import type { InstanceState } from '../instance.ts'
import type { ProgramKey } from '../ids.ts'
import { programAround } from '../scope.ts'
import type { ClockId, StatutoryClock } from '../statutory-clock.ts'
import type { Drawing, Term } from './timeline.ts'

export interface RunningTerm extends Term {
  readonly clock: ClockId
  readonly started: number
  /** Absent while it stands still. */
  readonly due?: number
  readonly stoppedSince?: number
}

export function termsOf(
  state: InstanceState,
  drawing: (program: ProgramKey) => Drawing | undefined,
): readonly RunningTerm[] {
  const clocks = Object.entries(state.clocks ?? {}) as [ClockId, StatutoryClock][]
  return clocks.flatMap(([clock, { owner, deadline: id, started, due, stopped }]) => {
    const workflow = drawing(programAround(state, owner))?.workflow
    const deadline = workflow?.deadlines?.find((it) => it.id === id)
    if (!deadline) return []
    const legalBasis = workflow?.legalBasis?.find((it) => it.id === deadline.legalBasis)
    return [
      {
        clock,
        deadline,
        started,
        ...(legalBasis && { legalBasis }),
        ...(due !== undefined && { due }),
        ...(stopped && { stoppedSince: stopped.since }),
      },
    ]
  })
}
