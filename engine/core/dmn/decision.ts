/** A decision as a citizen may ask it to be explained: what went in, which rules fired, what came out. */
import type { FeelBudget, FeelScope, FeelValue } from '../feel/feel.ts'
import type { JsonObject, JsonValue } from '../json.ts'

export interface Decision {
  readonly id: string
  readonly name: string
  /** Variables it reads, its required decisions' included; sorted. */
  readonly inputs: readonly string[]
  /** JSON Schema of what it gives, as far as its file says: for whoever writes over the result. */
  readonly result?: JsonObject
  /** Of its tables, its required decisions' included. */
  readonly columns: readonly DecisionColumn[]
  evaluate(scope: FeelScope, budget?: FeelBudget): DecisionResult
}

/** What a column of a table looks at, and the tests in it. */
export interface DecisionColumn {
  readonly expression: string
  readonly cells: readonly {
    readonly file: string
    /** Id of the rule. */
    readonly place?: string
    /** Unary tests. */
    readonly text: string
  }[]
}

export type DecisionResult =
  | { readonly ok: true; readonly value: FeelValue; readonly trace: readonly DecisionTrace[] }
  | { readonly ok: false; readonly reason: string; readonly code: string }

/** One decision that took part, required ones first. Values as JSON. */
export interface DecisionTrace {
  readonly decision: string
  readonly inputs: readonly { readonly expression: string; readonly value: JsonValue }[]
  /** 1-based numbers of the rules that fired, in table order; empty for literal expressions. */
  readonly rules: readonly number[]
  readonly output: JsonValue
}
