/**
 * A decision table as a clerk reads it: conditions on the left, answers on the right, one rule per row.
 *
 * Every input is asked once, rules are tested from the top, the hit policy makes the answer of those that match. When
 * none matches, the defaults answer; without defaults the answer is null (an empty list or a count of 0 where the
 * policy collects): DMN says so, and null is a value here, not an error. A wrong type, a value that is not allowed or
 * a violated hit policy is a failure naming rule and column.
 */
import type { DecisionRule, DecisionTable } from 'dmn-moddle'
import type { FeelScope, FeelValue } from '../feel/feel.ts'
import { UNREADABLE, type Boxed, type Site } from './boxed.ts'
import { readEntry, type Entry } from './entry.ts'
import { within } from './finding.ts'
import { hitPolicy } from './hit/policies.ts'
import type { HitPolicy } from './hit/policy.ts'
import { ask, readInput, type Input } from './input.ts'
import { QuestionScope } from './local.ts'
import { answer, readAnswer, readOutput, type Output } from './output.ts'
import { plain } from './plain.ts'
import type { DecisionRun } from './run.ts'
import { prefixed } from './typed.ts'

export const TABLE_LIMITS = { rules: 1_000, columns: 30 } as const

export interface Rule {
  readonly entries: readonly (Entry | undefined)[]
  readonly answers: readonly (Boxed | undefined)[]
}

export function compileTable(node: DecisionTable, site: Site): Boxed {
  const policy = readPolicy(node, site)
  const inputs = (node.input ?? []).map((clause, index) => readInput(clause, index, site))
  const outputs = (node.output ?? []).map((clause, index) => readOutput(clause, index, site))
  const tooLarge = checkSize(node, site)
  checkOutputs(node, outputs, policy, site)
  if (tooLarge || policy === undefined) return UNREADABLE
  const rules = (node.rule ?? []).map((rule, index) => readRule(rule, index, inputs, outputs, site))
  return new Table(site.owner, policy, inputs, outputs, rules)
}

function readPolicy(node: DecisionTable, site: Site): HitPolicy | undefined {
  const policy = hitPolicy(node.hitPolicy, node.aggregation)
  if (policy === undefined)
    site.reading.findings.add('hit-policy', site.place, [node.hitPolicy, node.aggregation].filter(Boolean).join(' '))
  return policy
}

function checkSize(node: DecisionTable, site: Site): boolean {
  const rules = node.rule?.length ?? 0
  const columns = (node.input?.length ?? 0) + (node.output?.length ?? 0)
  const { findings } = site.reading
  if (rules > TABLE_LIMITS.rules)
    findings.add('too-large', site.place, `${String(rules)} rules (at most ${String(TABLE_LIMITS.rules)})`)
  if (columns > TABLE_LIMITS.columns)
    findings.add('too-large', site.place, `${String(columns)} columns (at most ${String(TABLE_LIMITS.columns)})`)
  return rules > TABLE_LIMITS.rules || columns > TABLE_LIMITS.columns
}

function checkOutputs(
  node: DecisionTable,
  outputs: readonly Output[],
  policy: HitPolicy | undefined,
  site: Site,
): void {
  const { findings } = site.reading
  const names = (node.output ?? []).map((output) => output.name ?? '')
  if (outputs.length === 0) findings.add('missing', site.place, 'an output')
  if (outputs.length > 1 && names.includes('')) findings.add('missing', site.place, 'the name of an output')
  for (const name of names.filter((one, at) => one !== '' && names.indexOf(one) !== at))
    findings.add('ambiguous', site.place, name)
  if (policy?.needsPriorities && outputs.every((output) => output.priorities.length === 0))
    findings.add('no-priorities', site.place, policy.name)
  if (policy?.singleOutput && outputs.length > 1)
    findings.add('hit-policy', site.place, `${policy.name} over ${String(outputs.length)} outputs`)
}

function readRule(
  rule: DecisionRule,
  index: number,
  inputs: readonly Input[],
  outputs: readonly Output[],
  outer: Site,
): Rule {
  const site = {
    ...outer,
    place: within(outer.place, rule.id, `rule ${String(index + 1)}`, `القاعدة ${String(index + 1)}`),
  }
  const { inputEntry = [], outputEntry = [] } = rule
  checkWidth('inputs', inputEntry.length, inputs.length, site)
  checkWidth('outputs', outputEntry.length, outputs.length, site)
  const entries = inputs.map((input, column) => {
    const cell = inputEntry[column]
    return readEntry(cell?.text, at(site, cell?.id, `input "${input.source}"`, `المدخل «${input.source}»`))
  })
  const answers = outputs.map((output, column) => {
    const cell = outputEntry[column]
    return readAnswer(cell, output, at(site, cell?.id, `output "${output.name}"`, `المخرج «${output.name}»`))
  })
  return { entries, answers }
}

const at = (site: Site, id: string | undefined, en: string, ar: string): Site => ({
  ...site,
  place: within(site.place, id, en, ar),
})

function checkWidth(what: string, found: number, columns: number, site: Site): void {
  if (found !== columns)
    site.reading.findings.add('width', site.place, `${what}: ${String(found)} entries, ${String(columns)} columns`)
}

class Table implements Boxed {
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
        value: plain(questions[column] ?? null),
      })),
      rules,
      output: plain(value),
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
