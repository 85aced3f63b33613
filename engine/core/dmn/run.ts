/** One asking of a decision: what it may spend, and the record of which rules fired. */
import { Failure } from '../feel/failure.ts'
import type { Run } from '../feel/run.ts'
import type { DecisionTrace } from './decision.ts'

/** A loop over a knowledge model may ask a table many times; a record longer than this explains nothing. */
const LONGEST_TRACE = 1_000

export class DecisionRun {
  readonly meter: Run
  readonly trace: DecisionTrace[]

  constructor(meter: Run, trace: DecisionTrace[] = []) {
    this.meter = meter
    this.trace = trace
  }

  /** The same asking at the expense of another meter: a function called from an expression spends that expression's. */
  at(meter: Run): DecisionRun {
    return meter === this.meter ? this : new DecisionRun(meter, this.trace)
  }

  record(entry: DecisionTrace): void {
    if (this.trace.length >= LONGEST_TRACE)
      throw new Failure(
        'limit',
        `Expected at most ${String(LONGEST_TRACE)} tables asked in one decision, but there are more`,
      )
    this.trace.push(entry)
  }
}
