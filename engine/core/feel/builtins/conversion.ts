/**
 * Built-in functions that turn one kind of value into another.
 */
import { quoted, unusable } from '../expected.ts'
import { feelText } from '../feel-text.ts'
import { type Builtin, builtin, optional, param, signature } from './builtin.ts'
import { anything, text } from './kind.ts'

const numberPattern = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/
const groupingSeparators = [' ', ',', '.']
const decimalSeparators = [',', '.']

export const conversionBuiltins: readonly Builtin[] = [
  builtin(
    'string',
    signature([param('from', anything)], (run, from) => (from === null ? null : feelText(from, run))),
  ),
  builtin(
    'number',
    signature([param('from', text)], (_run, from) => readNumber(from, from)),
    signature(
      [param('from', text), optional('grouping separator', anything), optional('decimal separator', anything)],
      (_run, from, grouping = null, decimal = null) => {
        if (grouping !== null && !groupingSeparators.includes(String(grouping)))
          throw unusable(
            'a space, a comma, a full stop or null as "grouping separator" of number',
            quoted(String(grouping)),
          )
        if (decimal !== null && (!decimalSeparators.includes(String(decimal)) || decimal === grouping))
          throw unusable(
            'a comma, a full stop or null, not the grouping separator, as "decimal separator" of number',
            quoted(String(decimal)),
          )
        const ungrouped = grouping === null ? from : from.slice(0, 400).replaceAll(String(grouping), '')
        return readNumber(decimal === null ? ungrouped : ungrouped.replace(String(decimal), '.'), from)
      },
    ),
  ),
]

function readNumber(plain: string, from: string): number {
  const value = plain.length <= 400 && numberPattern.test(plain) ? Number(plain) : Number.NaN
  if (!Number.isFinite(value)) throw unusable('the text of a number like "1234.5"', quoted(from))
  return value
}
