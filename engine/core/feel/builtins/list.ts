/**
 * Built-in functions that ask about lists or make new ones. Positions count from 1, negative ones from the end.
 */
import { expected, unusable } from '../expected.ts'
import { same } from '../order.ts'
import type { Run } from '../run.ts'
import { type FeelFunction, type FeelValue, isList } from '../value.ts'
import { type Builtin, builtin, optional, param, rest, signature } from './builtin.ts'
import { distinct, duplicates } from './distinct.ts'
import { anything, callable, list, whole } from './kind.ts'
import { sorted } from './sort.ts'

export const listBuiltins: readonly Builtin[] = [
  builtin(
    'list contains',
    signature([param('list', list), param('element', anything)], (run, items, element) => {
      run.charge(items.length >> 2)
      return items.some((item) => same(item, element, run))
    }),
  ),
  builtin(
    'is empty',
    signature([param('list', list)], (_run, items) => items.length === 0),
  ),
  builtin(
    'index of',
    signature([param('list', list), param('match', anything)], (run, items, match) => {
      run.listOf(items.length)
      return items.flatMap((item, index) => (same(item, match, run) ? [index + 1] : []))
    }),
  ),
  builtin(
    'sublist',
    signature(
      [param('list', list), param('start position', whole), optional('length', whole)],
      (run, items, position, length) => {
        run.listOf(items.length)
        if (position === 0) throw unusable('a start position from 1 or -1', '0')
        if (length !== undefined && length < 0) throw unusable('a length from 0', String(length))
        const from = position > 0 ? position - 1 : Math.max(0, items.length + position)
        return items.slice(from, length === undefined ? undefined : from + length)
      },
    ),
  ),
  builtin(
    'append',
    signature([param('list', list), rest('items', anything)], (run, items, more) => joined(run, [items, more])),
  ),
  builtin(
    'concatenate',
    signature([rest('lists', list)], (run, lists) => joined(run, lists)),
  ),
  builtin(
    'union',
    signature([rest('lists', list)], (run, lists) => distinct(run, joined(run, lists))),
  ),
  builtin(
    'insert before',
    signature(
      [param('list', list), param('position', whole), param('newItem', anything)],
      (run, items, position, item) => {
        run.listOf(items.length + 1)
        return items.toSpliced(indexOf(items, position), 0, item)
      },
    ),
  ),
  builtin(
    'remove',
    signature([param('list', list), param('position', whole)], (run, items, position) => {
      run.listOf(items.length)
      return items.toSpliced(indexOf(items, position), 1)
    }),
  ),
  builtin(
    'list replace',
    signature(
      [param('list', list), param('position', whole), param('newItem', anything)],
      (run, items, position, item) => {
        run.listOf(items.length)
        return items.with(indexOf(items, position), item)
      },
    ),
    signature(
      [param('list', list), param('match', callable), param('newItem', anything)],
      (run, items, match, newItem) => {
        run.listOf(items.length)
        return items.map((item) => (asked(match, [item, newItem], run) ? newItem : item))
      },
    ),
  ),
  builtin(
    'reverse',
    signature([param('list', list)], (run, items) => {
      run.listOf(items.length)
      return items.toReversed()
    }),
  ),
  builtin(
    'distinct values',
    signature([param('list', list)], (run, items) => distinct(run, items)),
  ),
  builtin(
    'duplicate values',
    signature([param('list', list)], (run, items) => duplicates(run, items)),
  ),
  builtin(
    'flatten',
    signature([param('list', list)], (run, items) => {
      const flat: FeelValue[] = []
      flattenInto(run, items, flat, 0)
      return flat
    }),
  ),
  builtin(
    'partition',
    signature([param('list', list), param('size', whole)], (run, items, size) => {
      run.listOf(items.length * 2)
      if (size < 1) throw unusable('a size from 1', String(size))
      return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
        items.slice(index * size, (index + 1) * size),
      )
    }),
  ),
  builtin(
    'sort',
    signature([param('list', list), optional('precedes', callable)], (run, items, precedes) =>
      sorted(run, items, precedes === undefined ? null : (a, b) => asked(precedes, [a, b], run)),
    ),
  ),
]

function joined(run: Run, lists: readonly (readonly FeelValue[])[]): readonly FeelValue[] {
  run.listOf(lists.reduce((sum, each) => sum + each.length, 0))
  return lists.flat(1)
}

function indexOf(items: readonly FeelValue[], position: number): number {
  if (position === 0 || Math.abs(position) > items.length)
    throw unusable(`a position within the list of ${String(items.length)}`, String(position))
  return position > 0 ? position - 1 : items.length + position
}

function flattenInto(run: Run, items: readonly FeelValue[], into: FeelValue[], depth: number): void {
  run.level(depth)
  run.charge(1)
  for (const item of items) {
    if (isList(item)) flattenInto(run, item, into, depth + 1)
    else {
      run.item(into.length)
      run.charge(1)
      into.push(item)
    }
  }
}

function asked(question: FeelFunction, args: readonly FeelValue[], run: Run): boolean {
  const answer = question.call(args, run)
  if (typeof answer !== 'boolean') throw expected(`true or false from the function ${question.name}`, answer)
  return answer
}
