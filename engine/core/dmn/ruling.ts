/** A decision that can be asked: those it requires are taken first, each once, then it is taken itself. */
import { Failure } from '../feel/failure.ts'
import type { FeelBudget, FeelScope, FeelValue } from '../feel/feel.ts'
import { defaultLimits } from '../feel/meter.ts'
import { Run } from '../feel/run.ts'
import type { JsonObject } from '../json.ts'
import type { Decision, DecisionColumn, DecisionResult } from './decision.ts'
import { DecisionRun } from './run.ts'
import type { Found, Step } from './step.ts'

export class Ruling implements Decision {
  readonly id: string
  readonly name: string
  readonly inputs: readonly string[]
  readonly result?: JsonObject
  readonly columns: readonly DecisionColumn[]
  /** In the order they are taken; the last is the decision itself. */
  private readonly steps: readonly Step[]

  constructor(step: Step, result?: JsonObject) {
    this.id = step.id
    this.name = step.label
    if (result) this.result = result
    this.steps = inOrder(step)
    this.columns = this.steps.flatMap((one) => one.columns)
    this.inputs = [...new Set(this.steps.flatMap((one) => one.variables))].sort()
  }

  evaluate(scope: FeelScope, budget?: FeelBudget): DecisionResult {
    const limits = budget === undefined ? defaultLimits : { ...defaultLimits, ...budget }
    const meter = new Run(scope, limits)
    const run = new DecisionRun(meter)
    try {
      return { ok: true, value: this.take(scope, run), trace: run.trace }
    } catch (failure) {
      if (failure instanceof Failure) return { ok: false, reason: failure.sentence(), code: failure.code }
      if (failure instanceof RangeError)
        return { ok: false, reason: `Expected a shallower decision, but ${failure.message}`, code: 'limit' }
      throw failure
    } finally {
      budget?.spent?.(meter.used)
    }
  }

  private take(scope: FeelScope, run: DecisionRun): FeelValue {
    const found: Found = { decisions: new Map(), models: new Map() }
    let value: FeelValue = null
    for (const step of this.steps) {
      value = step.take(scope, found, run)
      found.decisions.set(step, value)
    }
    return value
  }
}

/** Required decisions before the ones that need them; the drawing has no circles. */
function inOrder(last: Step): readonly Step[] {
  const order = new Set<Step>()
  const open: Step[] = [last]
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const missing = top.required.filter((step) => !order.has(step))
    if (missing.length > 0) open.push(...missing)
    else {
      order.add(top)
      open.pop()
    }
  }
  return [...order]
}
