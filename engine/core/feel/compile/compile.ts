/**
 * Expression to closures, once: the compilers of all constructs, in one table.
 */
import type { FeelNode } from '../syntax.ts'
import { compileArithmetic, compileNegate } from './arithmetic.ts'
import { compileCall } from './call.ts'
import { compileContext, compileList, compileRange } from './collection.ts'
import { compileBetween, compileCompare } from './comparison.ts'
import { type Compiler, Refusal } from './compiler.ts'
import { compileFilter } from './filter.ts'
import type { Code } from './frame.ts'
import { compileFunction } from './function.ts'
import { compileInstance } from './instance.ts'
import { compileFor, compileQuantified } from './iteration.ts'
import { compileIf, compileLogic } from './logic.ts'
import { compileName } from './name.ts'
import { type Names, rootNames } from './names.ts'
import { compilePath } from './path.ts'
import { compileIn } from './test.ts'

type CompileNode<Kind extends FeelNode['kind']> = (
  node: Extract<FeelNode, { kind: Kind }>,
  names: Names,
  compiler: Compiler,
) => Code

const table: { readonly [Kind in FeelNode['kind']]: CompileNode<Kind> } = {
  literal:
    ({ value }) =>
    () =>
      value,
  name: compileName,
  path: compilePath,
  filter: compileFilter,
  call: compileCall,
  negate: compileNegate,
  arithmetic: compileArithmetic,
  compare: compileCompare,
  between: compileBetween,
  in: compileIn,
  logic: compileLogic,
  if: compileIf,
  for: compileFor,
  quantified: compileQuantified,
  range: compileRange,
  list: compileList,
  context: compileContext,
  function: (node, names, compiler) => compileFunction(node, names, compiler, null),
  instance: compileInstance,
}

/** An expression ready to run, and what it needs from whoever runs it. */
export interface Compiled {
  readonly code: Code
  /** Slots of its frame. */
  readonly slots: number
  /** Free names in the order of `Globals.cache`. */
  readonly globals: readonly string[]
  /** Free names that are certainly variables; others may be keys of filtered items. */
  readonly sure: ReadonlySet<string>
}

const longestPlace = 60
const charactersPerStep = 4

class FeelCompiler implements Compiler {
  readonly globals: string[] = []
  readonly sure = new Set<string>()
  private readonly source: string
  private readonly knownNames: ReadonlySet<string>

  constructor(source: string, knownNames: readonly string[]) {
    this.source = source
    this.knownNames = new Set(knownNames)
  }

  code<Kind extends FeelNode['kind']>(node: Extract<FeelNode, { kind: Kind }>, names: Names): Code {
    const compileNode: CompileNode<Kind> = table[node.kind as Kind]
    return compileNode(node, names, this)
  }

  place({ start, end }: FeelNode): string {
    const text = this.source.slice(start, end).replaceAll(/\s+/g, ' ').trim()
    return text.length > longestPlace ? `${text.slice(0, longestPlace)}…` : text
  }

  global(name: string, sure: boolean): number {
    if (sure || this.knownNames.has(name)) this.sure.add(name)
    const index = this.globals.indexOf(name)
    return index >= 0 ? index : this.globals.push(name) - 1
  }

  weight({ start, end }: FeelNode): number {
    return 1 + Math.floor((end - start) / charactersPerStep)
  }
}

export function compile(source: string, node: FeelNode, knownNames: readonly string[]): Compiled | Refusal {
  const compiler = new FeelCompiler(source, knownNames)
  const names = rootNames()
  try {
    const code = compiler.code(node, names)
    return { code, slots: names.layout.size, globals: compiler.globals, sure: compiler.sure }
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal
    throw refusal
  }
}
