/**
 * How much work the expressions of one command may make, so that a loop of costly ones ends in an incident as well.
 *
 * FEEL bounds each expression; a command may meet a thousand. Each is tried with little first, and what needs more takes
 * it from an allowance the whole command shares. Expressions are pure, so a second try gives what a longer first one
 * would have given. Resolving the incident goes on with a new allowance.
 */
import type { FeelBudget, FeelScope } from '../../../core/feel/feel.ts'

/** FEEL steps: tried first for nothing, then at the expense of the allowance. */
const FREE = 500
const DEARER = [10_000, 200_000]
const ALLOWANCE = 800_000

type Failed = { readonly ok: false; readonly reason: string; readonly code: string }
type Result = { readonly ok: true } | Failed

/** An expression or a decision. */
interface Evaluable<R extends Result> {
  evaluate(scope: FeelScope, budget?: FeelBudget): R
}

export class Effort {
  #left = ALLOWANCE

  evaluate<R extends Result>(what: Evaluable<R>, scope: FeelScope): R | Failed {
    let result = what.evaluate(scope, { steps: FREE })
    for (const steps of DEARER) {
      if (!isTooMuch(result)) return result
      if (steps > this.#left) return { ok: false, code: 'limit', reason: OVERSPENT }
      this.#left -= steps
      result = what.evaluate(scope, { steps })
    }
    return result
  }
}

const isTooMuch = (result: Result): boolean => !result.ok && result.code === 'limit'

const OVERSPENT = `Expected the expressions of one command to need at most ${ALLOWANCE} steps of work together, but they need more; resolve the incident to go on`
