/**
 * `is defined(a.b)` and `get or else(a.b, default)`: the two that may name what is not there.
 *
 * They forgive a name or key that does not exist and a key asked of null, nothing else. An existing null is defined.
 */
import { Failure } from '../failure.ts'
import type { Arguments, CallNode, FeelNode } from '../syntax.ts'
import type { FeelValue } from '../value.ts'
import { type Compiler, Refusal } from './compiler.ts'
import type { Code, Frame } from './frame.ts'
import type { Names } from './names.ts'

const parameters = {
  'is defined': ['value'],
  'get or else': ['value', 'default'],
} as const satisfies Record<string, readonly string[]>

export type ForgivingName = keyof typeof parameters

export const forgivingNames = Object.keys(parameters)

export function isForgiving(name: string): name is ForgivingName {
  return Object.hasOwn(parameters, name)
}

export function compileForgiving(name: ForgivingName, node: CallNode, names: Names, compiler: Compiler): Code {
  const [value, otherwise] = argumentsOf(name, node).map((each) => compiler.code(each, names))
  if (value === undefined) throw misuse(name, node)
  if (otherwise === undefined) return (frame) => attempt(value, frame) !== undefined
  return (frame) => attempt(value, frame) ?? otherwise(frame)
}

/** The value, or undefined when something it names is not there. */
function attempt(code: Code, frame: Frame): FeelValue | undefined {
  try {
    return code(frame)
  } catch (failure) {
    if (failure instanceof Failure && failure.absent) return undefined
    throw failure
  }
}

function argumentsOf(name: ForgivingName, node: CallNode): readonly FeelNode[] {
  const wanted: readonly string[] = parameters[name]
  const given = ordered(node.args, wanted)
  if (given.length !== wanted.length) throw misuse(name, node)
  return given
}

function ordered(args: Arguments, wanted: readonly string[]): readonly FeelNode[] {
  if (args.kind === 'positional') return args.values
  return wanted.flatMap((name) => args.values.filter(([given]) => given === name).map(([, value]) => value))
}

function misuse(name: ForgivingName, node: CallNode): Refusal {
  return new Refusal(`Expected ${name}(${parameters[name].join(', ')}), but the arguments do not fit it`, node.start)
}
