/** The rules of a table at work: the inputs asked once, the rows tested from the top, the hit policy's verdict, the record. */
import type { FeelScope, FeelValue } from '../feel/feel.ts'
import type { Boxed } from './boxed.ts'
import type { Entry } from './entry.ts'
import type { HitPolicy } from './hit/policy.ts'
import { ask, type Input } from './input.ts'
import { QuestionScope } from './local.ts'
import { answer, type Output } from './output.ts'
import { plain } from './plain.ts'
import type { DecisionRun } from './run.ts'
import { prefixed } from './typed.ts'

/** One row; undefined = an empty cell. */
export interface Rule {
  readonly entries: readonly (Entry | undefined)[]
  readonly answers: readonly (Boxed | undefined)[]
}

export class Rules implements Boxed {
  readonly owner: string
  readonly policy: HitPolicy
  readonly inputs: readonly Input[]
  readonly outputs: readonly Output[]
  readonly rules: readonly Rule[]
  readonly priorities: readonly (readonly FeelValue[])[]
  /** What asking once costs beside its expressions: one step per sixteen cells. */
  readonly cost: number

  constructor(
    owner: string,
    policy: HitPolicy,
    inputs: readonly Input[],
    outputs: readonly Output[],
    rules: readonly Rule[],
  ) {
    this.owner = owner
    this.policy = policy
    this.inputs = inputs
    this.outputs = outputs
    this.rules = rules
    this.priorities = outputs.map((output) => output.priorities)
    this.cost = 1 + ((rules.length * inputs.length) >> 4)
  }

  evaluate(scope: FeelScope, run: DecisionRun): FeelValue {
    run.meter.charge(this.cost)
    const questions = this.inputs.map((input) => this.ask(input, scope, run))
    const matched = this.match(questions, scope, run)
    const { value, rules } =
      matched.length === 0 ? { value: this.nothing(scope, run), rules: [] } : this.decide(matched, scope, run)
    run.record({
      decision: this.owner,
      inputs: this.inputs.map((input, column) => ({
        expression: input.source,
        value: plain(questions[column] ?? null, run.meter),
      })),
      rules,
      output: plain(value, run.meter),
    })
    return value
  }

  private ask(input: Input, scope: FeelScope, run: DecisionRun): FeelValue {
    try {
      return ask(input, scope, run)
    } catch (failure) {
      throw prefixed(failure, `input "${input.source}"`)
    }
  }

  private match(questions: readonly FeelValue[], outer: FeelScope, run: DecisionRun): readonly number[] {
    const scope = new QuestionScope(outer)
    const matched: number[] = []
    for (const [index, rule] of this.rules.entries()) {
      if (!this.matches(rule, index, questions, scope, run)) continue
      matched.push(index + 1)
      if (this.policy.stopsAtFirst) break
    }
    return matched
  }

  private matches(
    rule: Rule,
    index: number,
    questions: readonly FeelValue[],
    scope: QuestionScope,
    run: DecisionRun,
  ): boolean {
    for (let column = 0; column < rule.entries.length; column++) {
      const entry = rule.entries[column]
      if (entry === undefined) continue
      scope.question = questions[column] ?? null
      try {
        if (!entry.matches(scope, run)) return false
      } catch (failure) {
        throw prefixed(failure, `rule ${String(index + 1)}, input "${this.inputs[column]?.source ?? ''}"`)
      }
    }
    return true
  }

  private decide(rules: readonly number[], scope: FeelScope, run: DecisionRun): ReturnType<HitPolicy['decide']> {
    const known = new Map<number, readonly FeelValue[]>()
    const cells = (rule: number): readonly FeelValue[] => {
      const values = known.get(rule) ?? this.cells(rule, scope, run)
      known.set(rule, values)
      return values
    }
    return this.policy.decide({
      rules,
      run,
      priorities: this.priorities,
      cells,
      answer: (rule) => this.shape(cells(rule)),
    })
  }

  private cells(rule: number, scope: FeelScope, run: DecisionRun): readonly FeelValue[] {
    return this.outputs.map((output, column) => {
      try {
        return answer(output, this.rules[rule - 1]?.answers[column], scope, run)
      } catch (failure) {
        throw prefixed(failure, `rule ${String(rule)}, output "${output.name}"`)
      }
    })
  }

  private nothing(scope: FeelScope, run: DecisionRun): FeelValue {
    if (this.outputs.every((output) => output.fallback === undefined)) return this.policy.nothing
    const defaults = this.outputs.map((output) => {
      try {
        return answer(output, output.fallback, scope, run)
      } catch (failure) {
        throw prefixed(failure, `default of output "${output.name}"`)
      }
    })
    return this.policy.answersList ? [this.shape(defaults)] : this.shape(defaults)
  }

  private shape(values: readonly FeelValue[]): FeelValue {
    if (this.outputs.length === 1) return values[0] ?? null
    return Object.fromEntries(this.outputs.map((output, column) => [output.name, values[column] ?? null]))
  }
}
