import { describe, expect, test } from 'vitest'
import { type FeelResult, parseFeel, scopeOf, toJson } from '../../engine/core/feel/feel.ts'
import { hostileExpressions } from './hostile.ts'
import { noon, problemOf, valueOf, zone } from './example.ts'

const scope = scopeOf({ a: [1], x: 1 }, noon, zone)

/** Both ways to end: a value that is finite JSON, or a problem with a sentence. */
function ending(source: string): string {
  const parse = parseFeel(source)
  if (!parse.ok) return parse.reason
  const result: FeelResult = parse.expression.evaluate(scope)
  return result.ok ? `value ${String(JSON.stringify(toJson(result.value)).length)}` : `${result.code}: ${result.reason}`
}

describe('An expression written to hang or kill the server ends', () => {
  test.each(hostileExpressions.map((source) => [source.slice(0, 80), source]))('%s', (_title, source) => {
    expect(ending(source)).toMatch(/^(Expected .+|value \d+|(limit|type|value|unknown-name): Expected .+)$/s)
  })
})

const limited: readonly (readonly [source: string, sentence: string])[] = [
  ['for i in 1..10000000000 return i', 'Expected at most 100,000 items in a list'],
  ['some x in 1..100000000 satisfies x < 0', 'Expected at most 200,000 steps of work'],
  ['for i in 1..3000, j in 1..3000 return i + j', 'Expected at most 200,000 steps of work'],
  [
    '(for i in 1..40 return if i = 1 then "aaaaaaaa" else partial[-1] + partial[-1])[-1]',
    'Expected at most 1,000,000 characters in a string',
  ],
  ['for i in 1..99999 return {abcdefghij: i}', 'Expected at most'],
  ['{f: function(n) f(n)}.f(1)', 'Expected at most a shallow recursion'],
  [
    '(for i in 1..100 return if i = 1 then [1] else [partial[-1]])[-1]',
    'Expected at most 64 levels of lists and contexts',
  ],
  [
    '(for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]])[-1]',
    'Expected at most 5,000,000 bytes of data',
  ],
]

describe('What exceeds a limit says which', () => {
  test.each(limited)('%s: %s', (source, sentence) => {
    const problem = problemOf(source)
    expect(problem.code).toBe('limit')
    expect(problem.reason).toContain(sentence)
  })
})

describe('What stays within the limits is allowed', () => {
  test.each([
    ['count(for i in 1..60000 return i)', 60000],
    ['sum(for i in 1..300, j in 1..100 return 1)', 30000],
    ['{f: function(n) if n = 0 then 0 else 1 + f(n - 1)}.f(100)', 100],
    ['count(distinct values(for i in 1..20000 return modulo(i, 100)))', 100],
    ['some x in 1..10000000000 satisfies x = 1000', true],
    ['every x in 1..10000000000 satisfies x < 1000', false],
    [`${'('.repeat(60)}1${')'.repeat(60)}`, 1],
    [`1${' + 1'.repeat(1000)}`, 1001],
    [`${'-'.repeat(4000)}1`, 1],
    ['string length((for i in 1..17 return if i = 1 then "aaaa" else partial[-1] + partial[-1])[-1])', 262144],
  ])('%s is %j', (source, value) => expect(valueOf(source)).toBe(value))
})

describe('What is nested too deeply or too long is not read', () => {
  test.each([
    [
      '3,000 parentheses',
      '('.repeat(3000) + '1' + ')'.repeat(3000),
      'Expected at most 4096 characters, but found 6001',
    ],
    ['70 parentheses', '('.repeat(70) + '1' + ')'.repeat(70), 'Expected at most 64 levels of nesting'],
    ['20,000 minus signs', `${'-'.repeat(20_000)}1`, 'Expected at most 4096 characters'],
    ['2,000 keys', `a${'.a'.repeat(2000)}`, 'Expected at most 256 constructs inside one another'],
  ])('%s', (_title, source, sentence) =>
    expect(problemOf(source)).toMatchObject({ code: 'syntax', reason: expect.stringContaining(sentence) }),
  )
})

test('A smaller budget ends an expression earlier', () => {
  const parse = parseFeel('count(for i in 1..1000 return i)')
  if (!parse.ok) throw new Error(parse.reason)
  expect(parse.expression.evaluate(scope)).toEqual({ ok: true, value: 1000 })
  expect(parse.expression.evaluate(scope, { steps: 500 })).toMatchObject({ ok: false, code: 'limit' })
  expect(parse.expression.evaluate(scope, { listLength: 999 })).toMatchObject({ ok: false, code: 'limit' })
  expect(parse.expression.evaluate(scope, { bytes: 100 })).toMatchObject({ ok: false, code: 'limit' })
})

test('What an evaluation costs does not depend on the ones before it', () => {
  const parse = parseFeel('every i in 1..100 satisfies matches("2026", "^[0-9]{4}$")')
  if (!parse.ok) throw new Error(parse.reason)
  const outcome = (steps: number) => parse.expression.evaluate(scope, { steps }).ok
  const enough = Array.from({ length: 2000 }, (_, steps) => steps).find(outcome) ?? 0
  expect(enough).toBeGreaterThan(100)
  expect(outcome(enough - 1)).toBe(false)
  expect(outcome(enough)).toBe(true)
})

test('Large data of a case is searched within the limits', () => {
  const people = Array.from({ length: 5000 }, (_, id) => ({ id, name: `n${String(id)}` }))
  expect(valueOf('people[id = 4321].name', { people })).toEqual(['n4321'])
  expect(problemOf('for x in people, y in people return x.id', { people }).code).toBe('limit')
})

test('Texts made to be slow to search are searched in time', () => {
  const text = 'a'.repeat(1_000_000)
  const match = `${'a'.repeat(250_000)}b${'a'.repeat(250_000)}`
  expect(valueOf('contains(text, match)', { text, match })).toBe(false)
  expect(valueOf('contains(text, match)', { text: text.slice(0, 600_000) + match, match })).toBe(true)
  expect(valueOf('string length(substring before(text, match))', { text: `xyz${match}`, match })).toBe(3)
})
