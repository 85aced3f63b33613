/**
 * One box of a decision, read and compiled: a table, an expression, a list of boxes.
 *
 * Each kind has a file of its own and `kinds.ts` lists them. Compiling reports what is wrong to `findings` and goes on,
 * so that an author sees everything at once; running fails by throwing a FEEL `Failure`, caught at the border of the decision.
 */
import type { Expression } from 'dmn-moddle'
import type { FeelScope, FeelValue } from '../feel/feel.ts'
import type { Findings, Place } from './finding.ts'
import type { Names } from './names.ts'
import type { DecisionRun } from './run.ts'
import type { Types } from './item-definitions.ts'

export interface Boxed {
  /** @throws Failure where the value cannot be had */
  evaluate(scope: FeelScope, run: DecisionRun): FeelValue
}

/** What every box of one file shares while it is read. */
export interface Reading {
  readonly findings: Findings
  readonly types: Types
  /** The parameters of a knowledge model of the file, by its name or id. */
  readonly parameters: ReadonlyMap<string, readonly string[]>
  /** The box of any kind, its `typeRef` checked; `what` names it where it is missing. */
  boxed(node: Expression | undefined, site: Site, what: string): Boxed
}

/** Where in the file a box stands. */
export interface Site {
  readonly reading: Reading
  readonly names: Names
  readonly place: Place
  /** Under this name the record shows which rules of a table fired: the decision or model, and the way inside it. */
  readonly owner: string
  /** How many boxes enclose this one. */
  readonly depth: number
}

/** Stands where a finding forbids the file as a whole. */
export const UNREADABLE: Boxed = {
  evaluate: () => {
    throw new Error('A decision file with findings was evaluated; only files that read without findings may be')
  },
}
