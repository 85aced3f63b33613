import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  FeelFunction,
  type FeelParse,
  parseFeel,
  parseUnaryTests,
  scopeOf,
  toJson,
} from '../../engine/core/feel/feel.ts'
import { type Mistake, noon, problemOf, valueOf, zone } from './example.ts'

const variables = {
  x: { a: 1 },
  s: 'text',
  n: 1,
  list: [1],
  parsed: JSON.parse('{"__proto__": {"polluted": true}, "a": 1}'),
}

const probes: readonly Mistake[] = [
  ['x.constructor', 'unknown-name', 'Expected the key "constructor"'],
  ['x.__proto__', 'unknown-name', 'Expected the key "__proto__"'],
  ['x.toString', 'unknown-name', 'Expected the key "toString"'],
  ['x.hasOwnProperty("a")', 'unknown-name', 'Expected the key "hasOwnProperty"'],
  ['s.length', 'type', 'Expected a context left of .length'],
  ['s.constructor.constructor("return process")()', 'type', 'Expected a context'],
  ['list.push', 'type', 'Expected a context'],
  ['list.length', 'type', 'Expected a context'],
  ['upper case.constructor', 'unknown-name', 'Expected a variable named "upper case"'],
  ['(function(a) a).call', 'type', 'Expected a context left of .call'],
  ['(function(a) a).constructor', 'type', 'Expected a context'],
  ['@"2026-01-01".constructor', 'type', 'Expected a context'],
  ['@"2026-01-01".epochDay', 'type', 'Expected a context'],
  ['[1..2].constructor', 'type', 'Expected a context'],
  ['constructor', 'unknown-name', 'Expected a variable named "constructor"'],
  ['__proto__', 'unknown-name', 'Expected a variable named "__proto__"'],
  ['toString()', 'unknown-name', 'Expected a variable named "toString"'],
  ['process', 'unknown-name', 'Expected a variable named "process"'],
  ['globalThis.process', 'unknown-name', 'Expected a variable named "globalThis"'],
  ['{__proto__: 1}', 'syntax', 'Expected another key'],
  ['{"__proto__": {polluted: true}}', 'syntax', 'Expected another key'],
  ['{constructor: 1}', 'syntax', 'Expected another key'],
  ['context put({}, "__proto__", {polluted: true})', 'value', 'Expected another key, but found "__proto__"'],
  ['context put({}, ["__proto__", "polluted"], true)', 'value', 'Expected another key'],
  ['context put({}, ["constructor", "prototype", "polluted"], true)', 'value', 'Expected another key'],
  ['context([{key: "__proto__", value: {polluted: true}}])', 'value', 'Expected another key'],
  ['context merge([parsed])', 'value', 'Expected another key, but found "__proto__"'],
  ['list[constructor = 1]', 'unknown-name', 'Expected a variable named "constructor"'],
]

describe('Nothing behind the data can be reached', () => {
  test.each(probes)('%s is a mistake (%s): %s', (source, code, sentence) => {
    const problem = problemOf(source, variables)
    expect(problem.code).toBe(code)
    expect(problem.reason).toContain(sentence)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })

  test('get value of an inherited property is null', () => {
    expect(valueOf('get value(x, "constructor")', variables)).toBeNull()
    expect(valueOf('get value(x, ["__proto__", "toString"])', variables)).toBeNull()
    expect(valueOf('is defined(x.constructor)', variables)).toBe(false)
    expect(valueOf('[x][constructor = null]', variables)).toEqual([])
  })

  test('own keys that look like inherited ones are ordinary', () => {
    expect(valueOf('x.toString', { x: { toString: 5 } })).toBe(5)
    expect(valueOf('{valueOf: 1, toString: 2}.toString')).toBe(2)
  })
})

test('An expression never changes its variables', () => {
  const before = { list: [3, 1, 2], deep: { a: { b: 1 } } }
  const copy = structuredClone(before)
  for (const source of [
    'sort(list)',
    'append(list, 4)',
    'remove(list, 1)',
    'reverse(list)',
    'context put(deep, ["a", "b"], 2)',
    'list replace(list, 1, 9)',
    'for x in list return x + 1',
  ])
    valueOf(source, before)
  expect(before).toEqual(copy)
})

test('A function leaves an expression, keeps what it saw, and spends the meter of its caller', () => {
  const scope = scopeOf({ rate: 0.16 }, noon, zone)
  const parse = parseFeel('function(price) sum(for i in 1..1000 return price) * rate')
  const made = parse.ok ? parse.expression.evaluate(scope) : null
  if (made?.ok !== true || !(made.value instanceof FeelFunction)) throw new Error('expected a function')
  const caller = parseFeel('tax(100)')
  if (!caller.ok) throw new Error(caller.reason)
  const callScope = scopeOf({ tax: made.value, rate: 5 }, noon, zone)
  expect(caller.expression.evaluate(callScope)).toEqual({ ok: true, value: 16_000 })
  expect(caller.expression.evaluate(callScope, { steps: 500 })).toMatchObject({ ok: false, code: 'limit' })
})

test('What leaves for the variables of a case is JSON', () => {
  const json = (source: string) => {
    const parse = parseFeel(source)
    const result = parse.ok ? parse.expression.evaluate(scopeOf({}, noon, zone)) : parse
    if (!result.ok) throw new Error(result.reason)
    return toJson('value' in result ? result.value : null)
  }
  expect(json('{d: @"2026-11-23", t: [@"10:00:00"], p: @"P1Y"}')).toEqual({
    d: '2026-11-23',
    t: ['10:00:00'],
    p: 'P1Y',
  })
  expect(json('@"2026-07-01T10:00:00@Asia/Hebron"')).toBe('2026-07-01T10:00:00+03:00')
  expect(json('@"2026-01-01T10:00:00@Asia/Hebron"')).toBe('2026-01-01T10:00:00+02:00')
  expect(json('@"2026-01-01T10:00:00"')).toBe('2026-01-01T10:00:00')
  expect(json('[1..5)')).toBe('[1..5)')
  expect(valueOf('parsed', variables)).toEqual({ a: 1 })
  expect(json('{f: function(a) a}')).toEqual({ f: 'function(a)' })
})

test('No text makes the reader throw', () => {
  const pieces = [
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '"',
    '@',
    '..',
    '.',
    ',',
    ':',
    'in',
    'for',
    'not',
    '-',
    '1',
    'a',
    ' ',
    '?',
    '<',
    '\\',
    '\u0000',
    '😀',
    'ا',
  ]
  const piece = fc.constantFrom(...pieces)
  const scope = scopeOf({ a: 1, '?': 1 }, noon, zone)
  const outcomeOf = (parse: FeelParse) => (parse.ok ? parse.expression.evaluate(scope, { steps: 1000 }) : parse)
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (chosen) => {
      for (const read of [parseFeel, parseUnaryTests]) {
        const outcome = outcomeOf(read(chosen.join('')))
        expect(outcome.ok || outcome.reason.startsWith('Expected ')).toBe(true)
      }
    }),
    { numRuns: 3000 },
  )
})
