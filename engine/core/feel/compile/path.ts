/**
 * `applicant.name`: the key of a context, the keys of a list of contexts, the part of a date.
 */
import { describe, expected } from '../expected.ts'
import { Failure } from '../failure.ts'
import type { Run } from '../run.ts'
import type { FeelNode, PathNode } from '../syntax.ts'
import { temporalPart } from '../temporal-part.ts'
import { isTemporal } from '../temporal.ts'
import { FeelRange, type FeelValue, isContext, isList } from '../value.ts'
import type { Compiler } from './compiler.ts'
import { type Code, type Frame, slotOf } from './frame.ts'
import { meaningOf, type Names } from './names.ts'

const stepsPerMiss = 4

export function compilePath(node: PathNode, names: Names, compiler: Compiler): Code {
  const base = compiler.code(node.base, names)
  const { key } = node
  const place = compiler.place(node)
  const startsAtItem = compileItemRoot(node.base, names)
  return (frame) => {
    const value = base(frame)
    const found = partOf(value, key, frame.run, place)
    if (found !== undefined) return found
    throw missing(value, key, place, startsAtItem(frame), frame.run)
  }
}

/** What stands under a key, or undefined when nothing does. */
function partOf(value: FeelValue, key: string, run: Run, place: string): FeelValue | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  if (isList(value)) return project(value, key, run, place)
  if (isTemporal(value)) return temporalPart(value, key, run)
  if (value instanceof FeelRange) return rangePart(value, key)
  return isContext(value) && Object.hasOwn(value, key) ? (value[key] ?? null) : undefined
}

function project(list: readonly FeelValue[], key: string, run: Run, place: string): FeelValue {
  run.listOf(list.length)
  run.charge(list.length)
  return list.map((item) => {
    if (isList(item)) throw expected(`contexts in the list left of .${key}`, item).at(place)
    const part = partOf(item, key, run, place)
    if (part === undefined) throw missing(item, key, place, false, run)
    return part
  })
}

function rangePart(range: FeelRange, key: string): FeelValue | undefined {
  switch (key) {
    case 'start':
      return range.start
    case 'end':
      return range.end
    case 'start included':
      return range.startIncluded
    case 'end included':
      return range.endIncluded
    default:
      return undefined
  }
}

function missing(value: FeelValue, key: string, place: string, ofItem: boolean, run: Run): Failure {
  run.charge(stepsPerMiss + (isContext(value) ? Object.keys(value).length >> 1 : 0))
  const failure = isContext(value)
    ? new Failure('unknown-name', `Expected the key "${key}", but found ${describe(value)}`, true)
    : new Failure('type', `Expected a context left of .${key}, but found ${describe(value)}`, value === null)
  failure.ofItem = ofItem && failure.absent
  return failure.at(place)
}

/** Whether a path begins in the item being filtered, so that a missing key only means that the item does not match. */
function compileItemRoot(base: FeelNode, names: Names): (frame: Frame) => boolean {
  let root = base
  while (root.kind === 'path' || root.kind === 'filter') root = root.base
  if (root.kind !== 'name') return () => false
  const { name } = root
  const { items, local } = meaningOf(name, names)
  if (name === 'item' && local !== null) return () => true
  return (frame) =>
    items.some(({ depth, slot }) => {
      const item = slotOf(frame, depth, slot)
      return isContext(item) && Object.hasOwn(item, name)
    })
}
