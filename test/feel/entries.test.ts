import { describe, expect, test } from 'vitest'
import { entryProblemOf, fits } from './example.ts'

const table: readonly (readonly [entry: string, input: unknown, fits: boolean])[] = [
  ['-', 5, true],
  ['-', null, true],
  ['', 'x', true],
  ['5', 5, true],
  ['5', 6, false],
  ['-5', -5, true],
  ['"open"', 'open', true],
  ['"open", "new"', 'new', true],
  ['"open", "new"', 'closed', false],
  ['not("open", "new")', 'closed', true],
  ['not("open", "new")', 'open', false],
  ['not(< 5)', 7, true],
  ['< 5', 4, true],
  ['< 5', 5, false],
  ['<= 5', 5, true],
  ['> 5, < 1', 0, true],
  ['= 5', 5, true],
  ['!= 5', 5, false],
  ['[1..5]', 5, true],
  ['[1..5)', 5, false],
  ['(1..5)', 1, false],
  [']1..5]', 1, false],
  ['[1..3], [7..9]', 8, true],
  ['? > 3 and ? < 9', 5, true],
  ['contains(?, "a")', 'cat', true],
  ['contains(?, "a"), starts with(?, "d")', 'dog', true],
  ['not(contains(?, "a"))', 'cat', false],
  ['limit', 10, true],
  ['< limit', 5, true],
  ['limit + 1', 11, true],
  ['limit > 5', 'anything', true],
  ['limit > 50', 'anything', false],
  ['statuses', 'open', true],
  ['["a", 5, [1..3]]', 2, true],
  ['null', null, true],
  ['null', 5, false],
  ['not(null)', 5, true],
  ['< 5', null, false],
  ['[1..5]', null, false],
  ['"open"', null, false],
  ['not("open")', null, true],
  ['true', true, true],
  ['false', false, true],
  ['true', false, false],
  ['? = [1, 2]', [1, 2], true],
]

describe('An entry of a decision table', () => {
  test.each(table)('%s against %j is %j', (entry, input, expected) => {
    expect(fits(entry, input, { limit: 10, statuses: ['open', 'new'] })).toBe(expected)
  })

  test('that compares values of different kinds is a mistake', () => {
    expect(entryProblemOf('< 5', 'a')).toMatchObject({ code: 'type' })
    expect(entryProblemOf('"open"', 5)).toMatchObject({ code: 'type' })
    expect(entryProblemOf('@"2026-01-01"', '2026-01-01')).toMatchObject({ code: 'type' })
    expect(entryProblemOf('[1..5]', true)).toMatchObject({ code: 'type' })
  })

  test('that speaks of the input must be true or false', () => {
    expect(entryProblemOf('? + 1', 5).reason).toBe(
      'Expected true or false of a test, but found the number 6 (in ? + 1)',
    )
  })

  test('that has a stray comma says so', () => {
    expect(entryProblemOf('1,,2', 5)).toMatchObject({ code: 'syntax' })
  })
})
