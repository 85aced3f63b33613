import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseUnaryTests, scopeOf } from '../../engine/core/feel/feel.ts'
import { answer, NOON, read, table } from './file.ts'

const number = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.integer({ min: -200, max: 200 }).map((tenths) => tenths / 10),
)
const word = fc.constantFrom('"a"', '"b"', '"ج"', '"a b"', '""', '"a, b"', '"x..y"')
const cell = fc.oneof(
  fc.tuple(fc.constantFrom('<', '<=', '>', '>='), number).map(([operator, end]) => `${operator} ${String(end)}`),
  fc
    .tuple(fc.constantFrom('[', '(', ']'), number, number, fc.constantFrom(']', ')', '['))
    .map(([opening, a, b, closing]) => `${opening}${String(Math.min(a, b))}..${String(Math.max(a, b))}${closing}`),
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(',')),
  fc.array(number, { minLength: 1, maxLength: 3 }).map((numbers) => numbers.map(String).join(', ')),
  fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => `not(${words.join(', ')})`),
  fc.constantFrom('true', 'false'),
)
const value = fc.oneof(
  number,
  word.map((text) => text.slice(1, -1)),
  fc.boolean(),
  fc.constant(null),
)

/** true, false, or the code of the failure, as FEEL has it. */
function feel(source: string, question: unknown): unknown {
  const parsed = parseUnaryTests(source)
  if (!parsed.ok) return 'syntax'
  const result = parsed.expression.evaluate(scopeOf({ '?': question }, NOON, 'UTC'))
  return result.ok ? result.value : result.code
}

test('a cell tested by plain comparison means what FEEL means', async () => {
  await fc.assert(
    fc.asyncProperty(cell, value, async (source, question) => {
      const decisions = await read(
        table({ inputs: ['x'], outputs: ['r'], rules: [`${source.replaceAll('|', '')} | true`] }),
      )
      const expected = feel(source, question)
      const found = decisions.get('d')?.evaluate(scopeOf({ x: question }, NOON, 'UTC'))
      expect(found?.ok === true ? found.value === true : found?.code).toEqual(expected === null ? false : expected)
    }),
    { numRuns: 400, seed: 20_261_123 },
  )
})

test('a cell with an escape in its text is left to FEEL', async () => {
  const decisions = await read(
    table({ inputs: ['x'], outputs: ['r'], rules: [String.raw`"a\"b" | 1`, String.raw`"c\\d", "e" | 2`] }),
  )
  expect(answer(decisions, 'd', { x: 'a"b' })).toBe(1)
  expect(answer(decisions, 'd', { x: String.raw`c\d` })).toBe(2)
  expect(answer(decisions, 'd', { x: 'e' })).toBe(2)
})
