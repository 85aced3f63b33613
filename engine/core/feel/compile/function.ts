/**
 * `function(price: number) price * 1.16`: a function made by an expression, with what it saw when it was made.
 */
import { expected } from '../expected.ts'
import { Failure } from '../failure.ts'
import type { Run } from '../run.ts'
import type { FunctionNode } from '../syntax.ts'
import { FeelFunction, type FeelValue } from '../value.ts'
import type { Compiler } from './compiler.ts'
import { type Code, type Frame, newSlots } from './frame.ts'
import { hasType, typeText } from './instance.ts'
import { type Names, withFunction, withLocal } from './names.ts'

/** The name a function is bound to while it is made, under which it can call itself. */
export interface SelfReference {
  readonly name: string
  readonly slot: number
}

export function compileFunction(
  node: FunctionNode,
  names: Names,
  compiler: Compiler,
  self: SelfReference | null,
): Code {
  let inner = withFunction(names)
  const { layout } = inner
  for (const { name } of node.params) inner = withLocal(inner, name).names
  const body = compiler.code(node.body, inner)
  const params = node.params.map(({ name }) => name)
  const name = self?.name ?? `(${params.join(', ')})`
  const weight = compiler.weight(node.body)
  const levels = node.body.height + 2

  const call = (captured: Frame, args: readonly FeelValue[], run: Run): FeelValue => {
    run.charge(weight)
    run.enter(levels)
    try {
      const slots = newSlots(layout.size)
      bind(node, args, slots, name, run)
      return body({ slots, parent: captured, globals: captured.globals, run })
    } finally {
      run.leave(levels)
    }
  }
  return (frame) => {
    frame.run.listOf(frame.slots.length)
    const captured: Frame = { ...frame, slots: [...frame.slots] }
    const made = new FeelFunction(name, params, (args, run) => call(captured, args, run))
    if (self !== null) captured.slots[self.slot] = made
    return made
  }
}

/** Parameters take the first slots, in their order. */
function bind(node: FunctionNode, args: readonly FeelValue[], slots: FeelValue[], name: string, run: Run): void {
  if (args.length !== node.params.length)
    throw new Failure(
      'type',
      `Expected ${countOf(node.params.length)} for the function ${name}, but found ${String(args.length)}`,
    )
  for (const [index, param] of node.params.entries()) {
    const value = args[index] ?? null
    if (!hasType(value, param.type, run))
      throw expected(`${typeText(param.type)} as "${param.name}" of the function ${name}`, value)
    slots[index] = value
  }
}

function countOf(amount: number): string {
  return amount === 1 ? '1 argument' : `${String(amount)} arguments`
}
