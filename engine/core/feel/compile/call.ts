/**
 * `fee(amount)`, `substring("abc", 2)`, `f(a: 1, b: 2)`: a built-in, or a function that is the value of a name, a key, an expression.
 *
 * Calls of built-ins are matched with their signatures when compiled, so a wrong number of arguments is found before anything runs.
 */
import { applyBinding, bindNames, type Binding, bindPositions, Builtin, usage } from '../builtins/builtin.ts'
import { builtins } from '../builtins/table.ts'
import { expected } from '../expected.ts'
import { Failure } from '../failure.ts'
import type { Run } from '../run.ts'
import type { Arguments, CallNode } from '../syntax.ts'
import { FeelFunction, type FeelValue } from '../value.ts'
import { type Compiler, Refusal } from './compiler.ts'
import { compileForgiving, isForgiving } from './forgiving.ts'
import type { Code } from './frame.ts'
import { meaningOf, type Names } from './names.ts'

/** The same case replayed must take the same way, so nothing may come from chance. */
const refused: ReadonlyMap<string, string> = new Map([
  ['uuid', 'uuid() would give another value at every replay of a case; let the process carry the id in a variable'],
  ['random number', 'random number() would give another value at every replay of a case; let a service task draw it'],
])

export function compileCall(node: CallNode, names: Names, compiler: Compiler): Code {
  const { callee } = node
  const place = compiler.place(node)
  if (callee.kind !== 'name' || meaningOf(callee.name, names).local !== null)
    return compileDynamic(node, names, compiler)
  const reason = refused.get(callee.name)
  if (reason !== undefined)
    throw new Refusal(`Expected a function that always gives the same value: ${reason}`, node.start)
  if (isForgiving(callee.name)) return compileForgiving(callee.name, node, names, compiler)
  const builtin = builtins.get(callee.name)
  if (builtin === undefined) return compileDynamic(node, names, compiler)
  const args = argumentCodes(node.args, names, compiler)
  return located(compileBuiltin(node, builtin, args), place)
}

function compileBuiltin(node: CallNode, builtin: Builtin, args: readonly Code[]): Code {
  const bindings = bindingsOf(builtin, node.args)
  if (bindings.length === 0)
    throw new Refusal(`Expected ${usage(builtin)}, but the arguments do not fit it`, node.start)
  return (frame) => {
    const values = args.map((arg) => arg(frame))
    frame.run.charge(1)
    return applyBinding(builtin.name, bindings, values, frame.run)
  }
}

function bindingsOf({ signatures }: Builtin, args: Arguments): readonly Binding[] {
  if (args.kind === 'positional') return bindPositions(signatures, args.values.length)
  return bindNames(
    signatures,
    args.values.map(([name]) => name),
  )
}

function compileDynamic(node: CallNode, names: Names, compiler: Compiler): Code {
  const callee = compiler.code(node.callee, names)
  const args = argumentCodes(node.args, names, compiler)
  const given = node.args.kind === 'named' ? node.args.values.map(([name]) => name) : null
  const place = compiler.place(node.callee)
  return located((frame) => {
    const called = callee(frame)
    if (!(called instanceof FeelFunction)) throw expected('a function before the parenthesis', called).at(place)
    const values = args.map((arg) => arg(frame))
    frame.run.charge(1)
    return given === null ? called.call(values, frame.run) : callNamed(called, given, values, frame.run)
  }, compiler.place(node))
}

function callNamed(called: FeelFunction, names: readonly string[], values: readonly FeelValue[], run: Run): FeelValue {
  if (called instanceof Builtin) return applyBinding(called.name, bindNames(called.signatures, names), values, run)
  const stranger =
    names.find((name) => !called.params.includes(name)) ?? called.params.find((name) => !names.includes(name))
  if (stranger !== undefined)
    throw new Failure('type', `Expected the arguments ${called.params.join(', ')}, but found ${names.join(', ')}`)
  return called.call(
    called.params.map((name) => values[names.indexOf(name)] ?? null),
    run,
  )
}

function argumentCodes(args: Arguments, names: Names, compiler: Compiler): readonly Code[] {
  const nodes = args.kind === 'positional' ? args.values : args.values.map(([, value]) => value)
  return nodes.map((each) => compiler.code(each, names))
}

/** Tells a failure inside the function where it was called. */
function located(code: Code, place: string): Code {
  return (frame) => {
    try {
      return code(frame)
    } catch (failure) {
      throw failure instanceof Failure ? failure.at(place) : failure
    }
  }
}
