/** When a service begins by itself, as it is kept: the next time, what is left of a cycle, and from when it is counted. */
import type { AgencyId, ProgramKey } from './ids.ts'

export interface StartTimerRow extends StartTime {
  readonly agency: AgencyId
  readonly program: ProgramKey
  readonly element: string
}

/** Epoch milliseconds. */
export interface StartTime {
  readonly due: number
  /** What is left of its cycle after that, as JSON. */
  readonly repeat?: string
  /** From when it is counted: when it was deployed first, or fired last; absent where that is not known. */
  readonly since?: number
  readonly fired?: boolean
  /** It fired for the last time. */
  readonly ended?: boolean
}
