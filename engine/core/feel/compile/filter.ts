/**
 * `charges[paid = false]`, `names[1]`, `names[-1]`: some items of a list, or the one at a position.
 *
 * Keys of an item are names inside the brackets, and `item` is the item itself. An item without a key the condition asks for does not
 * match, nor does one whose condition is null. A position outside the list gives null.
 */
import { expected, unusable } from '../expected.ts'
import { Failure } from '../failure.ts'
import type { FeelNode, FilterNode } from '../syntax.ts'
import { type FeelValue, isList } from '../value.ts'
import type { Compiler } from './compiler.ts'
import type { Code, Frame } from './frame.ts'
import { slotCode } from './name.ts'
import { meaningOf, type Names, withItem } from './names.ts'

export function compileFilter(node: FilterNode, names: Names, compiler: Compiler): Code {
  const base = compileBase(node.base, names, compiler)
  const place = compiler.place(node)
  const position = literalPosition(node.condition)
  if (position !== null) return (frame) => itemAt(listOf(base(frame), place), position, place)
  const { names: inner, slot } = withItem(names)
  const condition = compiler.code(node.condition, inner)
  const weight = compiler.weight(node.condition)
  return (frame) => select(frame, listOf(base(frame), place), { condition, slot, weight, place })
}

interface Selection {
  readonly condition: Code
  readonly slot: number
  readonly weight: number
  readonly place: string
}

function select(frame: Frame, list: readonly FeelValue[], selection: Selection): FeelValue {
  const { slot, weight, place } = selection
  if (list.length === 0) return selectOfNone(frame, selection)
  frame.slots[slot + 1] = list
  const kept: FeelValue[] = []
  for (const [index, item] of list.entries()) {
    frame.run.charge(weight)
    frame.slots[slot] = item
    const verdict = judge(frame, selection.condition)
    if (verdict === true) {
      frame.run.item(kept.length)
      kept.push(item)
    } else if (verdict !== false && verdict !== null) {
      if (typeof verdict === 'number' && index === 0) return itemAt(list, verdict, place)
      throw expected('true or false as the condition of a filter', verdict).at(place)
    }
  }
  return kept
}

/** Of an empty list nothing matches; only a position, which needs no item to be known, has the answer null. */
function selectOfNone(frame: Frame, { condition, slot }: Selection): FeelValue {
  frame.slots[slot] = {}
  frame.slots[slot + 1] = []
  try {
    return typeof condition(frame) === 'number' ? null : []
  } catch (failure) {
    if (failure instanceof Failure && failure.code !== 'limit') return []
    throw failure
  }
}

function judge(frame: Frame, condition: Code): FeelValue {
  try {
    return condition(frame)
  } catch (failure) {
    if (failure instanceof Failure && failure.ofItem) return false
    throw failure
  }
}

function itemAt(list: readonly FeelValue[], position: number, place: string): FeelValue {
  if (!Number.isInteger(position) || position === 0)
    throw unusable('a position such as 1 (the first) or -1 (the last)', String(position)).at(place)
  return list.at(position > 0 ? position - 1 : position) ?? null
}

/** A single value is a list of one, as DMN has it; null is no list. */
function listOf(value: FeelValue, place: string): readonly FeelValue[] {
  if (value === null) throw expected('a list left of [', value).at(place)
  return isList(value) ? value : [value]
}

/** A list that still grows is read in place: what comes out of a filter is a new list or an item. */
function compileBase(base: FeelNode, names: Names, compiler: Compiler): Code {
  if (base.kind === 'name') {
    const { local, growing } = meaningOf(base.name, names)
    if (growing && local !== null) return slotCode(local)
  }
  return compiler.code(base, names)
}

function literalPosition(condition: FeelNode): number | null {
  if (condition.kind === 'literal') return typeof condition.value === 'number' ? condition.value : null
  if (condition.kind !== 'negate' || condition.times !== 1) return null
  const position = literalPosition(condition.operand)
  return position === null ? null : -position
}
