/**
 * What the compiler of one construct may ask of the others; `compile.ts` wires them.
 */
import type { FeelNode } from '../syntax.ts'
import type { Code } from './frame.ts'
import type { Names } from './names.ts'

export interface Compiler {
  code(node: FeelNode, names: Names): Code
  /** The construct as written, cut short, to say where something failed. */
  place(node: FeelNode): string
  /** The index of a free name in `Globals.cache`; `sure` unless it may be a key of an item. */
  global(name: string, sure: boolean): number
  /** Steps one repetition of a construct costs, by its length. */
  weight(node: FeelNode): number
}

/** Why an expression that reads well cannot be compiled; caught at the border of the compiler. */
export class Refusal {
  readonly reason: string
  readonly at: number
  constructor(reason: string, at: number) {
    this.reason = reason
    this.at = at
  }
}
