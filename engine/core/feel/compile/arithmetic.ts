/**
 * `price * 1.16 + fee`, `deadline - today()`, `first + " " + last`.
 */
import { expected, unusable } from '../expected.ts'
import { Failure } from '../failure.ts'
import { add, divide, multiply, power, subtract } from '../number.ts'
import type { Run } from '../run.ts'
import type { ArithmeticNode, ArithmeticOperator, NegateNode } from '../syntax.ts'
import {
  addTemporal,
  divideTemporal,
  multiplyTemporal,
  negateTemporal,
  subtractTemporal,
} from '../temporal-arithmetic.ts'
import { isTemporal } from '../temporal.ts'
import { type FeelValue, kindOf } from '../value.ts'
import type { Compiler } from './compiler.ts'
import type { Code } from './frame.ts'
import type { Names } from './names.ts'

type Apply = (left: FeelValue, right: FeelValue, run: Run, place: string) => FeelValue

const apply: Readonly<Record<ArithmeticOperator, Apply>> = {
  '+': (left, right, run, place) => {
    if (typeof left === 'number' && typeof right === 'number') return finite(add(left, right), '+', place)
    if (typeof left === 'string' && typeof right === 'string') {
      run.textOf(left.length + right.length)
      return left + right
    }
    return addTemporal(left, right, run) ?? mismatch('+', left, right, place)
  },
  '-': (left, right, run, place) => {
    if (typeof left === 'number' && typeof right === 'number') return finite(subtract(left, right), '-', place)
    return subtractTemporal(left, right, run) ?? mismatch('-', left, right, place)
  },
  '*': (left, right, _run, place) => {
    if (typeof left === 'number' && typeof right === 'number') return finite(multiply(left, right), '*', place)
    return multiplyTemporal(left, right) ?? mismatch('*', left, right, place)
  },
  '/': (left, right, _run, place) => {
    if (typeof left !== 'number' || typeof right !== 'number')
      return divideTemporal(left, right) ?? mismatch('/', left, right, place)
    if (right === 0) throw unusable('a divisor other than 0 right of /', '0').at(place)
    return finite(divide(left, right), '/', place)
  },
  '**': (left, right, _run, place) => {
    if (typeof left === 'number' && typeof right === 'number') return finite(power(left, right), '**', place)
    return mismatch('**', left, right, place)
  },
}

export function compileArithmetic(node: ArithmeticNode, names: Names, compiler: Compiler): Code {
  const first = compiler.code(node.first, names)
  const place = compiler.place(node)
  const steps = node.rest.map(({ operator, operand }) => ({
    run: apply[operator],
    code: compiler.code(operand, names),
  }))
  return (frame) => {
    try {
      let result = first(frame)
      for (const step of steps) result = step.run(result, step.code(frame), frame.run, place)
      return result
    } catch (failure) {
      throw failure instanceof Failure ? failure.at(place) : failure
    }
  }
}

export function compileNegate(node: NegateNode, names: Names, compiler: Compiler): Code {
  const operand = compiler.code(node.operand, names)
  const place = compiler.place(node)
  const keeps = node.times % 2 === 0
  return (frame) => {
    const value = operand(frame)
    const negated = typeof value === 'number' ? 0 - value : negateTemporal(value)
    if (negated === null) throw expected('a number or a duration right of -', value).at(place)
    return keeps ? value : negated
  }
}

function finite(result: number, operator: ArithmeticOperator, place: string): number {
  if (!Number.isFinite(result))
    throw new Failure('value', `Expected a result of ${operator} that is a number of at most 308 digits`).at(place)
  return result
}

const operandsOf: Readonly<Record<ArithmeticOperator, string>> = {
  '+': 'a number, a string, a date, a time or a duration',
  '-': 'a number, a date, a time or a duration',
  '*': 'a number or a duration',
  '/': 'a number or a duration',
  '**': 'a number',
}

/** Blames the side that fits no operand of the kind; with a sound left side, the right one. */
function mismatch(operator: ArithmeticOperator, left: FeelValue, right: FeelValue, place: string): never {
  const leftFits = typeof left === 'number' || (typeof left === 'string' && operator === '+') || isTemporal(left)
  if (!leftFits || (operator === '**' && typeof left !== 'number'))
    throw expected(`${operandsOf[operator]} left of ${operator}`, left).at(place)
  const wanted = isTemporal(left) ? `what fits ${kindOf(left)}` : `a ${kindOf(left)}`
  throw expected(`${wanted} right of ${operator}`, right).at(place)
}
