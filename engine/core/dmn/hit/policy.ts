/** What a decision table does when several rules match, or none: the port each hit policy implements. */
import type { FeelValue } from '../../feel/feel.ts'
import type { DecisionRun } from '../run.ts'

/** The rules that matched, and their answers on demand. Rules are numbered from 1. */
export interface Hits {
  /** Never empty; in table order. */
  readonly rules: readonly number[]
  readonly run: DecisionRun
  /** Per output, its values from the most important to the least; empty where it has no order. */
  readonly priorities: readonly (readonly FeelValue[])[]
  /** One value per output of the rule. @throws Failure */
  cells(rule: number): readonly FeelValue[]
  /** What the rule answers: its value, or a context of its outputs where there are several. @throws Failure */
  answer(rule: number): FeelValue
}

export interface Verdict {
  readonly value: FeelValue
  /** The rules that gave the value, in table order. */
  readonly rules: readonly number[]
}

export interface HitPolicy {
  /** As people say it: "UNIQUE", "COLLECT SUM". */
  readonly name: string
  /** Later rules are not even tested. */
  readonly stopsAtFirst?: true
  /** At least one output must list its values in order. */
  readonly needsPriorities?: true
  /** The answers are put into one number, so there can be only one output. */
  readonly singleOutput?: true
  /** What a table without defaults answers when no rule matches. */
  readonly nothing: FeelValue
  /** A default becomes a list of one where the policy answers with a list. */
  readonly answersList?: true
  /** @throws Failure where the policy is violated */
  decide(hits: Hits): Verdict
}
