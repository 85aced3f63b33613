/**
 * `x in [1..5]`, `status in ("new", "open")`, and the entries of decision tables, where `?` is the input.
 *
 * A null input fits null, `-` and tests that speak of `?`; it lies in no range and on no side of a bound.
 */
import { expected } from '../expected.ts'
import { same } from '../order.ts'
import { rangeHolds } from '../range.ts'
import type { Run } from '../run.ts'
import type { InNode, Test } from '../syntax.ts'
import { FeelRange, type FeelValue, isList } from '../value.ts'
import { compileOperator, equal } from './comparison.ts'
import type { Compiler } from './compiler.ts'
import type { Code, Frame } from './frame.ts'
import { type Names, withLocal } from './names.ts'

type Verdict = (frame: Frame, input: FeelValue) => boolean

export function compileIn(node: InNode, names: Names, compiler: Compiler): Code {
  const value = compiler.code(node.value, names)
  const { names: inner, slot } = withLocal(names, '?')
  const verdicts = node.tests.map((test) => compileTest(test, slot, inner, compiler))
  const { negated } = node
  return (frame) => {
    const input = value(frame)
    frame.slots[slot] = input
    for (const fits of verdicts) if (fits(frame, input)) return !negated
    return negated
  }
}

function compileTest(test: Test, slot: number, names: Names, compiler: Compiler): Verdict {
  if (test.kind === 'any') return () => true
  if (test.kind === 'value') return compileValueTest(test, names, compiler)
  const code = compileOperator(
    test.operator,
    (frame) => frame.slots[slot] ?? null,
    compiler.code(test.operand, names),
    compiler.place(test.operand),
  )
  const needsOrder = test.operator !== '=' && test.operator !== '!='
  return (frame, input) => (needsOrder && input === null ? false : code(frame) === true)
}

function compileValueTest(test: Test & { kind: 'value' }, names: Names, compiler: Compiler): Verdict {
  const code = compiler.code(test.value, names)
  const place = compiler.place(test.value)
  if (test.usesInput) return (frame) => truth(code(frame), place)
  const decidesAlone = test.value.kind !== 'literal' && test.value.kind !== 'name' && test.value.kind !== 'path'
  return (frame, input) => {
    const value = code(frame)
    if (typeof value === 'boolean' && decidesAlone) return value
    return fits(input, value, frame.run, place)
  }
}

function truth(value: FeelValue, place: string): boolean {
  if (typeof value !== 'boolean') throw expected('true or false of a test', value).at(place)
  return value
}

function fits(input: FeelValue, value: FeelValue, run: Run, place: string): boolean {
  if (value instanceof FeelRange)
    return input instanceof FeelRange ? same(input, value, run) : lies(input, value, run, place)
  if (isList(value))
    return (isList(input) && same(input, value, run)) || value.some((item) => belongs(input, item, run))
  return equal(input, value, 'in', run, place)
}

function lies(input: FeelValue, range: FeelRange, run: Run, place: string): boolean {
  if (input === null) return false
  const holds = rangeHolds(range, input, run)
  if (holds === null) throw expected('a value of the kind of the range', input).at(place)
  return holds
}

/** Lists may mix kinds, so an item of another kind just does not fit. */
function belongs(input: FeelValue, item: FeelValue, run: Run): boolean {
  run.charge(1)
  return item instanceof FeelRange && !(input instanceof FeelRange)
    ? rangeHolds(item, input, run) === true
    : same(input, item, run)
}
