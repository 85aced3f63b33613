/**
 * Money must not lie: 0.1 + 0.2 is 0.3 here, and 25 * 1.16 is 29.
 *
 * A number is an IEEE double that stands for the decimal it prints as. Addition, subtraction, multiplication, division and modulo of decimals with
 * up to six places are computed on whole numbers, so the result is the double nearest to the exact decimal result (any amount below
 * 9,007,199,254 with six places, or the same digits with fewer places). Beyond that, results of + - * ** are rounded to 15 significant
 * digits (of the largest operand, for + and -), so that the noise of doubles does not surface; division keeps all it has, so that 100 / 3 * 3 is 100.
 * There is no negative zero (hence `+ 0`).
 */
const scales = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000] as const
const significantDigits = 15

export function add(left: number, right: number): number {
  const sum = left + right
  if (Number.isSafeInteger(sum) && Number.isInteger(left)) return sum
  const scale = Math.max(scaleOf(left), scaleOf(right))
  const scaled = Math.round(left * scale) + Math.round(right * scale)
  if (Number.isSafeInteger(scaled)) return scaled / scale
  return settle(sum, Math.max(Math.abs(left), Math.abs(right), Math.abs(sum)))
}

export function subtract(left: number, right: number): number {
  return add(left, -right)
}

export function multiply(left: number, right: number): number {
  const product = left * right
  if (Number.isInteger(left) && Number.isInteger(right)) return product + 0
  const leftScale = scaleOf(left)
  const rightScale = scaleOf(right)
  const scaled = Math.round(left * leftScale) * Math.round(right * rightScale)
  if (Number.isSafeInteger(scaled)) return scaled / (leftScale * rightScale) + 0
  return settle(product, Math.abs(product))
}

/** `divisor` is not 0. */
export function divide(dividend: number, divisor: number): number {
  if (Number.isInteger(dividend) && Number.isInteger(divisor)) return dividend / divisor + 0
  const scale = Math.max(scaleOf(dividend), scaleOf(divisor))
  const left = Math.round(dividend * scale)
  const right = Math.round(divisor * scale)
  return Number.isSafeInteger(left) && Number.isSafeInteger(right) ? left / right + 0 : dividend / divisor
}

/** The remainder with the sign of the divisor, as DMN has it; `divisor` is not 0. */
export function modulo(dividend: number, divisor: number): number {
  const scale = Math.max(scaleOf(dividend), scaleOf(divisor))
  const left = Math.round(dividend * scale)
  const right = Math.round(divisor * scale)
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right))
    return (left - right * Math.floor(left / right)) / scale
  return settle(dividend - divisor * Math.floor(dividend / divisor), Math.abs(dividend))
}

export function power(base: number, exponent: number): number {
  const result = base ** exponent
  return Number.isInteger(result) ? result : settle(result, Math.abs(result))
}

/** 10 to the number of decimal places; not a number when there are more than six, or too many digits to count exactly. */
function scaleOf(value: number): number {
  for (const scale of scales) {
    const scaled = Math.round(value * scale)
    if (scaled / scale === value) return Number.isSafeInteger(scaled) ? scale : Number.NaN
  }
  return Number.NaN
}

function settle(value: number, magnitude: number): number {
  if (value === 0 || !Number.isFinite(value)) return value
  const places = significantDigits - 1 - Math.floor(Math.log10(magnitude))
  const rounded = places >= 0 && places <= 100 ? value.toFixed(places) : value.toPrecision(significantDigits)
  return Number(rounded)
}

/** The plain decimal text of a number, never with an exponent. */
export function numberText(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return Object.is(value, -0) ? '0' : text
  const [digits = '', exponent = '0'] = Math.abs(value).toExponential().replace('.', '').split('e')
  const point = Number(exponent) + 1
  const sign = value < 0 ? '-' : ''
  return point > 0 ? sign + digits.padEnd(point, '0') : `${sign}0.${'0'.repeat(-point)}${digits}`
}
