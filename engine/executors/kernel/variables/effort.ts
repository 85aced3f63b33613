/**
 * How much work the expressions of one command may make, so that a loop of costly ones ends in an incident as well.
 *
 * FEEL bounds each expression; a command may meet thousands, and all of them spend from one allowance, each a little for
 * being asked at all. Resolving the incident goes on with a new allowance.
 */
import { defaultLimits, type FeelBudget, type FeelScope } from '../../../core/feel/feel.ts'

/** FEEL steps. */
const ALLOWANCE = 800_000
/** What an evaluation costs before its first step. */
const ASKING = 4
/** What a moment of the calendar costs to compute. */
export const DATE_STEPS = 30
/** Names in a context that cost one step to copy. */
const NAMES_A_STEP = 2

type Failed = { readonly ok: false; readonly reason: string; readonly code: string }
type Result = { readonly ok: true } | Failed

/** An expression or a decision. */
interface Evaluable<R extends Result> {
  evaluate(scope: FeelScope, budget?: FeelBudget): R
}

export class Effort {
  #left = ALLOWANCE
  readonly #spent = (steps: number): void => {
    this.#left -= steps + ASKING
  }

  /** Work beside expressions. */
  charge(steps: number): void {
    this.#left -= steps
  }

  /** A context with these names is copied to change one. */
  copy(context: object): void {
    this.#left -= Math.floor(Object.keys(context).length / NAMES_A_STEP)
  }

  get isSpent(): boolean {
    return this.#left <= 0
  }

  evaluate<R extends Result>(what: Evaluable<R>, scope: FeelScope): R | Failed {
    const steps = Math.max(0, Math.min(defaultLimits.steps, this.#left))
    const result = what.evaluate(scope, { steps, spent: this.#spent })
    return isTooMuch(result) && steps < defaultLimits.steps ? { ok: false, code: 'limit', reason: OVERSPENT } : result
  }
}

const isTooMuch = (result: Result): boolean => !result.ok && result.code === 'limit'

export const OVERSPENT = `Expected the expressions of one command to need at most ${ALLOWANCE} steps of work together, but they need more; resolve the incident to go on`
