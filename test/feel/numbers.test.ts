import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, divide, multiply, numberText, subtract } from '../../engine/core/feel/number.ts'
import { type RoundingMode, roundTo } from '../../engine/core/feel/rounding.ts'
import { type Example, valueOf } from './example.ts'

const money: readonly Example[] = [
  ['0.1 + 0.2', 0.3],
  ['0.1 + 0.2 = 0.3', true],
  ['0.3 - 0.1', 0.2],
  ['1.1 * 3', 3.3],
  ['0.3 / 0.1', 3],
  ['25 * 1.16', 29],
  ['1.005 * 100', 100.5],
  ['1000000.1 - 1000000', 0.1],
  ['123456789.123 + 0.001', 123456789.124],
  ['4.35 * 100', 435],
  ['1.15 + 2.30', 3.45],
  ['100 / 3 * 3', 100],
  ['1 / 3 * 3', 1],
  ['2 / 3 + 1 / 3', 1],
  ['1.1 ** 2', 1.21],
  ['1 - 0.9', 0.1],
  ['modulo(5.5, 0.1)', 0],
  ['sum(0.1, 0.2, 0.3)', 0.6],
  ['sum(for i in 1..1000 return 0.01)', 10],
  ['sum(for i in 1..10000 return 19.99)', 199900],
  ['mean([0.1, 0.2, 0.3])', 0.2],
  ['product([1.1, 1.1, 100])', 121],
  ['9007199254740990 + 1', 9007199254740991],
  ['decimal(1.005, 2)', 1],
  ['decimal(1.015, 2)', 1.02],
  ['decimal(2.5, 0)', 2],
  ['decimal(3.5, 0)', 4],
  ['decimal(1.115 * 100, 0)', 112],
  ['round half up(1.005, 2)', 1.01],
  ['round half up(2.675, 2)', 2.68],
  ['round half up(-1.005, 2)', -1.01],
  ['-0.0 = 0', true],
  ['string(0.1 + 0.2)', '0.3'],
  ['string(1e21)', '1000000000000000000000'],
  ['string(0.0000001)', '0.0000001'],
  ['string(-1.5e-7)', '-0.00000015'],
]

describe('Money does not lie', () => {
  test.each(money)('%s is %j', (source, value) => expect(valueOf(source)).toBe(value))
})

/** Amounts with up to three decimal places, as whole thousandths. */
const thousandths = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 })

test('Adding, subtracting and multiplying amounts agrees with arithmetic on whole numbers', () => {
  fc.assert(
    fc.property(thousandths, thousandths, fc.integer({ min: -9999, max: 9999 }), (a, b, rate) => {
      expect(add(a / 1000, b / 1000)).toBe((a + b) / 1000)
      expect(subtract(a / 1000, b / 1000)).toBe((a - b) / 1000)
      expect(multiply(a / 1000, rate / 100)).toBe(Number(BigInt(a) * BigInt(rate)) / 100_000 + 0)
    }),
  )
})

test('Dividing a product by one of its factors gives the other', () => {
  fc.assert(
    fc.property(thousandths, fc.integer({ min: 1, max: 9999 }), (a, b) => {
      expect(divide(multiply(a / 1000, b / 100), b / 100)).toBe(a / 1000 + 0)
    }),
  )
})

test('Rounding agrees with rounding of whole numbers', () => {
  const modes: readonly RoundingMode[] = ['up', 'down', 'half up', 'half down', 'half even', 'floor', 'ceiling']
  fc.assert(
    fc.property(thousandths, fc.constantFrom(...modes), (amount, mode) => {
      expect(roundTo(amount / 1000, 2, mode)).toBe(roundedTens(amount, mode) / 100 + 0)
    }),
  )
})

/** `amount` in thousandths, as hundredths. */
function roundedTens(amount: number, mode: RoundingMode): number {
  const size = Math.abs(amount)
  const kept = Math.floor(size / 10)
  const cut = size % 10
  const negative = amount < 0
  const away =
    cut > 0 &&
    {
      up: true,
      down: false,
      'half up': cut >= 5,
      'half down': cut > 5,
      'half even': cut > 5 || (cut === 5 && kept % 2 === 1),
      floor: negative,
      ceiling: !negative,
    }[mode]
  const rounded = away ? kept + 1 : kept
  return negative ? -rounded : rounded
}

test('The text of a number reads back as the number and has no exponent', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      expect(numberText(number)).toMatch(/^-?\d+(\.\d+)?$/)
      expect(Number(numberText(number))).toBe(number + 0)
    }),
  )
})
