/**
 * Built-in functions on numbers.
 */
import { unusable } from '../expected.ts'
import { modulo } from '../number.ts'
import { type RoundingMode, roundTo } from '../rounding.ts'
import { DaysTimeDuration, YearsMonthsDuration } from '../temporal.ts'
import { type Builtin, builtin, optional, param, signature } from './builtin.ts'
import { duration, number, whole } from './kind.ts'

const modes: readonly (readonly [string, RoundingMode])[] = [
  ['decimal', 'half even'],
  ['round up', 'up'],
  ['round down', 'down'],
  ['round half up', 'half up'],
  ['round half down', 'half down'],
]

export const numberBuiltins: readonly Builtin[] = [
  ...modes.map(([name, mode]) =>
    builtin(
      name,
      signature([param('n', number), param('scale', whole)], (_run, n, scale) => round(n, scale, mode)),
    ),
  ),
  builtin(
    'floor',
    signature([param('n', number), optional('scale', whole)], (_run, n, scale = 0) => round(n, scale, 'floor')),
  ),
  builtin(
    'ceiling',
    signature([param('n', number), optional('scale', whole)], (_run, n, scale = 0) => round(n, scale, 'ceiling')),
  ),
  builtin(
    'abs',
    signature([param('n', number)], (_run, n) => Math.abs(n)),
    signature([param('n', duration)], (_run, n) =>
      n instanceof DaysTimeDuration
        ? new DaysTimeDuration(Math.abs(n.millis))
        : new YearsMonthsDuration(Math.abs(n.months)),
    ),
  ),
  builtin(
    'modulo',
    signature([param('dividend', number), param('divisor', number)], (_run, dividend, divisor) => {
      if (divisor === 0) throw unusable('a divisor other than 0', '0')
      return modulo(dividend, divisor)
    }),
  ),
  builtin(
    'sqrt',
    signature([param('number', number)], (_run, n) => {
      if (n < 0) throw unusable('a number from 0 as "number" of sqrt', String(n))
      return Math.sqrt(n)
    }),
  ),
  builtin(
    'log',
    signature([param('number', number)], (_run, n) => {
      if (n <= 0) throw unusable('a number above 0 as "number" of log', String(n))
      return Math.log(n)
    }),
  ),
  builtin(
    'exp',
    signature([param('number', number)], (_run, n) => {
      const result = Math.exp(n)
      if (!Number.isFinite(result)) throw unusable('a smaller "number" of exp', String(n))
      return result
    }),
  ),
  builtin(
    'odd',
    signature([param('number', whole)], (_run, n) => Math.abs(n % 2) === 1),
  ),
  builtin(
    'even',
    signature([param('number', whole)], (_run, n) => n % 2 === 0),
  ),
]

function round(value: number, scale: number, mode: RoundingMode): number {
  if (Math.abs(scale) > 308) throw unusable('a scale from -308 to 308', String(scale))
  return roundTo(value, scale, mode)
}
