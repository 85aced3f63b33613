import { expect, test } from 'vitest'
import { type FeelExpression, feelSource, isFeel, parseFeel, parseUnaryTests } from '../../engine/core/feel/feel.ts'
import { valueOf } from './example.ts'

function read(source: string, known: readonly string[] = []): FeelExpression {
  const parse = parseFeel(source, known)
  if (!parse.ok) throw new Error(parse.reason)
  return parse.expression
}

test('An expression tells which variables it needs, in order and once', () => {
  expect(read('b + a * b').names).toEqual(['a', 'b'])
  expect(read('for x in xs return x + y').names).toEqual(['xs', 'y'])
  expect(read('{a: 1, c: a + b}').names).toEqual(['b'])
  expect(read('(function(p) p + q)(1)').names).toEqual(['q'])
  expect(read('string length(name) > 3').names).toEqual(['name'])
  expect(read('fee(amount)').names).toEqual(['amount', 'fee'])
  expect(read('applicant.address.city').names).toEqual(['applicant'])
  expect(read('1 + 1').names).toEqual([])
})

test('A name inside a filter is a variable only when it is known, otherwise it may be a key', () => {
  const open = read('charges[amount > limit]')
  expect(open.names).toEqual(['charges'])
  expect(open.openNames).toEqual(['amount', 'limit'])
  const known = read('charges[amount > limit]', ['charges', 'limit'])
  expect(known.names).toEqual(['charges', 'limit'])
  expect(known.openNames).toEqual(['amount'])
})

test('The input of a decision table is not among the names of an entry', () => {
  const parse = parseUnaryTests('? > minimum')
  expect(parse.ok && parse.expression.names).toEqual(['minimum'])
})

test('Known names may hold keywords and operators, and the longest wins', () => {
  const variables = {
    'pay-by date': 5,
    'terms and conditions': true,
    'in stock': 2,
    a: 10,
    b: 3,
    'a-b': 100,
    'a-b total': 7,
  }
  expect(valueOf('pay-by date + 1', variables)).toBe(6)
  expect(valueOf('terms and conditions and in stock > 1', variables)).toBe(true)
  expect(valueOf('a - b', variables)).toBe(7)
  expect(valueOf('a-b', variables)).toBe(100)
  expect(valueOf('a-b total', variables)).toBe(7)
})

test('A variable named like a built-in is the variable, and the built-in can still be called', () => {
  expect(valueOf('count + count([1, 2])', { count: 5 })).toBe(7)
  expect(valueOf('date', { date: '2026-01-01' })).toBe('2026-01-01')
})

test('An outer variable never stands in for a key that some items lack', () => {
  const people = [{ name: 'A', age: 30 }, { name: 'B' }]
  expect(valueOf('people[age > 18].name', { people, age: 99 })).toEqual(['A'])
  expect(valueOf('people[adult age > 18].name', { people, 'adult age': 99 })).toEqual(['A', 'B'])
})

test('Invisible direction marks between Arabic and Latin text are spaces', () => {
  expect(valueOf('\u200Fالمبلغ\u200E + 1', { المبلغ: 1 })).toBe(2)
})

test('A text that starts with = is an expression', () => {
  expect(isFeel('= a + b')).toBe(true)
  expect(isFeel('a + b')).toBe(false)
  expect(feelSource('=a + b')).toBe('a + b')
  expect(feelSource('plain')).toBe('plain')
})
