/**
 * `a and b or c`, `if a then b else c`.
 *
 * Three-valued as DMN has it (null and false is false), from left to right and no further than needed; anything but true, false and null is
 * a mistake. A condition of `if` that is null is a mistake too: it must not silently take a branch.
 */
import { expected } from '../expected.ts'
import type { IfNode, LogicNode } from '../syntax.ts'
import type { Compiler } from './compiler.ts'
import type { Code } from './frame.ts'
import type { Names } from './names.ts'

export function compileLogic(node: LogicNode, names: Names, compiler: Compiler): Code {
  const operands = node.operands.map((operand) => ({
    code: compiler.code(operand, names),
    place: compiler.place(operand),
  }))
  const { operator } = node
  const deciding = operator === 'or'
  return (frame) => {
    let unknown = false
    for (const { code, place } of operands) {
      const value = code(frame)
      if (value === deciding) return deciding
      if (value === null) unknown = true
      else if (typeof value !== 'boolean') throw expected(`true or false beside ${operator}`, value).at(place)
    }
    return unknown ? null : !deciding
  }
}

export function compileIf(node: IfNode, names: Names, compiler: Compiler): Code {
  const condition = compiler.code(node.condition, names)
  const whenTrue = compiler.code(node.whenTrue, names)
  const whenFalse = compiler.code(node.whenFalse, names)
  const place = compiler.place(node.condition)
  return (frame) => {
    const value = condition(frame)
    if (value === true) return whenTrue(frame)
    if (value === false) return whenFalse(frame)
    throw expected('true or false after if', value).at(place)
  }
}
