/**
 * A decision table as a clerk reads it: conditions on the left, answers on the right, one rule per row.
 *
 * Every input is asked once, rules are tested from the top, the hit policy makes the answer of those that match. When
 * none matches, the defaults answer; without defaults the answer is null (an empty list or a count of 0 where the
 * policy collects): DMN says so, and null is a value here, not an error. A wrong type, a value that is not allowed or
 * a violated hit policy is a failure naming rule and column.
 */
import type { DecisionRule, DecisionTable } from 'dmn-moddle'
import { UNREADABLE, type Boxed, type Site } from './boxed.ts'
import { readEntry } from './entry.ts'
import { within } from './finding.ts'
import { hitPolicy } from './hit/policies.ts'
import type { HitPolicy } from './hit/policy.ts'
import { readInput, type Input } from './input.ts'
import { readAnswer, readOutput, type Output } from './output.ts'
import { Rules, type Rule } from './rules.ts'

const TABLE_LIMITS = { rules: 1_000, columns: 30 } as const

export function compileTable(node: DecisionTable, site: Site): Boxed {
  const policy = readPolicy(node, site)
  const inputs = (node.input ?? []).map((clause, index) => readInput(clause, index, site))
  const outputs = (node.output ?? []).map((clause, index) => readOutput(clause, index, site))
  const tooLarge = checkSize(node, site)
  checkOutputs(node, outputs, policy, site)
  if (tooLarge || policy === undefined) return UNREADABLE
  const rules = (node.rule ?? []).map((rule, index) => readRule(rule, index, inputs, outputs, site))
  return new Rules(site.owner, policy, inputs, outputs, rules)
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
