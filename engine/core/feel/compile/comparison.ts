/**
 * `amount > 100`, `status = "open"`, `age between 18 and 65`.
 *
 * Strict: comparing values of different kinds is a mistake, not false. Everything may be compared with null by = and !=, nothing by <.
 */
import { expected, unusable } from '../expected.ts'
import { compare, same, sameTexts } from '../order.ts'
import type { Run } from '../run.ts'
import type { BetweenNode, CompareNode, ComparisonOperator } from '../syntax.ts'
import { isTemporal } from '../temporal.ts'
import { type FeelKind, type FeelValue, kindOf } from '../value.ts'
import type { Compiler } from './compiler.ts'
import type { Code } from './frame.ts'
import type { Names } from './names.ts'

type OrderOperator = Exclude<ComparisonOperator, '=' | '!='>

export function compileCompare(node: CompareNode, names: Names, compiler: Compiler): Code {
  const left = compiler.code(node.left, names)
  const right = compiler.code(node.right, names)
  const place = compiler.place(node)
  return compileOperator(node.operator, left, right, place)
}

/** A closure of its own per operator, so that the engine beneath can specialise each. */
export function compileOperator(operator: ComparisonOperator, left: Code, right: Code, place: string): Code {
  switch (operator) {
    case '=':
      return (frame) => equal(left(frame), right(frame), '=', frame.run, place)
    case '!=':
      return (frame) => !equal(left(frame), right(frame), '!=', frame.run, place)
    case '<':
      return (frame) => order(left(frame), right(frame), '<', frame.run, place) < 0
    case '<=':
      return (frame) => order(left(frame), right(frame), '<=', frame.run, place) <= 0
    case '>':
      return (frame) => order(left(frame), right(frame), '>', frame.run, place) > 0
    case '>=':
      return (frame) => order(left(frame), right(frame), '>=', frame.run, place) >= 0
  }
}

export function compileBetween(node: BetweenNode, names: Names, compiler: Compiler): Code {
  const value = compiler.code(node.value, names)
  const low = compiler.code(node.low, names)
  const high = compiler.code(node.high, names)
  const place = compiler.place(node)
  return (frame) => {
    const between = value(frame)
    const above = order(low(frame), between, '<=', frame.run, place) <= 0
    return order(between, high(frame), '<=', frame.run, place) <= 0 && above
  }
}

export function equal(left: FeelValue, right: FeelValue, operator: string, run: Run, place: string): boolean {
  if (left === null || right === null) return left === right
  if (typeof left === 'string' && typeof right === 'string') return sameTexts(left, right, run)
  if (typeof left !== 'object' && typeof left === typeof right) return left === right
  const kind = kindOf(left)
  if (kind !== kindOf(right)) throw expected(`${article(kind)} right of ${operator}`, right).at(place)
  if (isTemporal(left) && compare(left, right, run) === null) throw zones(operator).at(place)
  return same(left, right, run)
}

export function order(left: FeelValue, right: FeelValue, operator: OrderOperator, run: Run, place: string): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right
  const result = compare(left, right, run)
  if (result !== null) return result
  const kind = kindOf(left)
  if (!(typeof left === 'number' || typeof left === 'string' || isTemporal(left)))
    throw expected(`a number, a string, a date, a time or a duration left of ${operator}`, left).at(place)
  if (kind !== kindOf(right)) throw expected(`${article(kind)} right of ${operator}`, right).at(place)
  throw zones(operator).at(place)
}

export function article(kind: FeelKind): string {
  return kind === 'null' ? kind : `a ${kind}`
}

function zones(operator: string): ReturnType<typeof unusable> {
  return unusable(
    `both sides of ${operator} with a time zone or both without`,
    'only one with (give the other one with date and time(value, "Asia/Hebron"))',
  )
}
