/**
 * A FEEL text whose work is paid from a meter it is given.
 *
 * An expression on its own has a meter of its own; a decision asks thousands of them, so all share one, and a table
 * of costly cells or a loop over a knowledge model ends where a single costly expression would.
 */
import { builtins } from '../feel/builtins/table.ts'
import { compile } from '../feel/compile/compile.ts'
import { Refusal } from '../feel/compile/compiler.ts'
import { forgivingNames } from '../feel/compile/forgiving.ts'
import { newSlots } from '../feel/compile/frame.ts'
import type { FeelScope, FeelValue } from '../feel/feel.ts'
import { normalName } from '../feel/parse/character.ts'
import { parse, type Grammar } from '../feel/parse/parse.ts'
import { SyntaxFault } from '../feel/parse/reader.ts'
import type { Run } from '../feel/run.ts'

export interface Metered {
  readonly source: string
  /** Free variables, sorted; the question "?" of a cell is none. */
  readonly names: readonly string[]
  /** @throws Failure */
  value(scope: FeelScope, meter: Run): FeelValue
}

/** Functions of FEEL: a model or function of the same name could never be called. */
export const FEEL_FUNCTIONS: ReadonlySet<string> = new Set([...builtins.keys(), ...forgivingNames])

/** @returns the reason where it does not read */
export function metered(source: string, grammar: Grammar, names: readonly string[]): Metered | string {
  const known = names.map(normalName)
  const node = parse(source, grammar, [...FEEL_FUNCTIONS, ...known])
  if (node instanceof SyntaxFault) return node.reason
  const compiled = compile(source, node, known)
  if (compiled instanceof Refusal) return compiled.reason
  const free = compiled.globals.filter((name) => compiled.sure.has(name) && name !== '?')
  return {
    source,
    names: free.sort(),
    value(scope, meter) {
      meter.charge(1)
      return compiled.code({ slots: newSlots(compiled.slots), parent: null, globals: { scope, cache: [] }, run: meter })
    },
  }
}
