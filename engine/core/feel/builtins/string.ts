/**
 * Built-in functions on text. Positions count Unicode characters from 1 (so an emoji is one), negative ones from the end.
 */
import { expected, unusable } from '../expected.ts'
import { find } from '../search.ts'
import type { FeelValue } from '../value.ts'
import { type Builtin, builtin, optional, param, signature } from './builtin.ts'
import { list, text, whole } from './kind.ts'

/** Where a character begins in the units of the string, counted forward from the unit `from`. */
function unitAfter(value: string, characters: number, from: number): number {
  let unit = from
  for (let left = characters; left > 0 && unit < value.length; left -= 1) unit += isPair(value, unit) ? 2 : 1
  return unit
}

/** The same, counted backward from the end. */
function unitBefore(value: string, characters: number): number {
  let unit = value.length
  for (let left = characters; left > 0 && unit > 0; left -= 1) unit -= unit > 1 && isPair(value, unit - 2) ? 2 : 1
  return unit
}

/** Two units of a string make one character outside the basic plane. */
function isPair(value: string, unit: number): boolean {
  return (value.codePointAt(unit) ?? 0) > 0xff_ff
}

function characterCount(value: string): number {
  let count = 0
  for (let unit = 0; unit < value.length; unit += isPair(value, unit) ? 2 : 1) count += 1
  return count
}

export const stringBuiltins: readonly Builtin[] = [
  builtin(
    'substring',
    signature(
      [param('string', text), param('start position', whole), optional('length', whole)],
      (run, value, position, length) => {
        run.charge(value.length >> 7)
        if (position === 0) throw unusable('a start position from 1 or -1', '0')
        if (length !== undefined && length < 0) throw unusable('a length from 0', String(length))
        const from = position > 0 ? unitAfter(value, position - 1, 0) : unitBefore(value, -position)
        return run.text(value.slice(from, length === undefined ? undefined : unitAfter(value, length, from)))
      },
    ),
  ),
  builtin(
    'string length',
    signature([param('string', text)], (run, value) => {
      run.charge(value.length >> 7)
      return characterCount(value)
    }),
  ),
  builtin(
    'upper case',
    signature([param('string', text)], (run, value) => run.text(value.toUpperCase())),
  ),
  builtin(
    'lower case',
    signature([param('string', text)], (run, value) => run.text(value.toLowerCase())),
  ),
  builtin(
    'trim',
    signature([param('string', text)], (run, value) => run.text(value.trim())),
  ),
  builtin(
    'is blank',
    signature([param('string', text)], (run, value) => {
      run.charge(value.length >> 8)
      return value.trim() === ''
    }),
  ),
  builtin(
    'substring before',
    signature([param('string', text), param('match', text)], (run, value, match) => {
      const at = find(value, match, run)
      return at < 0 ? '' : run.text(value.slice(0, at))
    }),
  ),
  builtin(
    'substring after',
    signature([param('string', text), param('match', text)], (run, value, match) => {
      const at = find(value, match, run)
      return at < 0 ? '' : run.text(value.slice(at + match.length))
    }),
  ),
  builtin(
    'contains',
    signature([param('string', text), param('match', text)], (run, value, match) => find(value, match, run) >= 0),
  ),
  builtin(
    'starts with',
    signature([param('string', text), param('match', text)], (run, value, match) => {
      run.charge(match.length >> 8)
      return value.startsWith(match)
    }),
  ),
  builtin(
    'ends with',
    signature([param('string', text), param('match', text)], (run, value, match) => {
      run.charge(match.length >> 8)
      return value.endsWith(match)
    }),
  ),
  builtin(
    'string join',
    signature(
      [param('list', list), optional('delimiter', text), optional('prefix', text), optional('suffix', text)],
      (run, items, delimiter = '', prefix = '', suffix = '') => {
        run.charge(items.length)
        const parts = items.filter((item) => item !== null).map(textOf)
        const length = parts.reduce((sum, part) => sum + part.length + delimiter.length, prefix.length + suffix.length)
        run.textOf(length)
        return prefix + parts.join(delimiter) + suffix
      },
    ),
  ),
]

function textOf(item: FeelValue): string {
  if (typeof item !== 'string') throw expected('strings in the "list" of string join', item)
  return item
}
