/**
 * A name alone: a local value, a key of the item being filtered, or a variable of the case. Never a built-in: a case whose
 * variable `date` or `number` is missing must not go on with a function of that name.
 */
import { Failure } from '../failure.ts'
import type { NameNode } from '../syntax.ts'
import { type FeelContext, type FeelValue, isContext, isList } from '../value.ts'
import type { Compiler } from './compiler.ts'
import { type Code, type Frame, frameOf, slotOf } from './frame.ts'
import { meaningOf, type Names, type SlotReference } from './names.ts'

/** The value of a name, or undefined when there is no such name. */
type Lookup = (frame: Frame) => FeelValue | undefined

export function compileName(node: NameNode, names: Names, compiler: Compiler): Code {
  const { items, local, growing } = meaningOf(node.name, names)
  const place = compiler.place(node)
  if (growing && local !== null) return snapshot(slotCode(local))
  if (items.length === 0 && local !== null) return slotCode(local)
  const outer: Lookup = local === null ? compileGlobal(node, items.length === 0, compiler) : slotCode(local)
  if (items.length > 0) return itemFirst(node.name, items, outer, place)
  return (frame) => {
    const value = outer(frame)
    return value === undefined ? unknownName(node.name, place, false) : value
  }
}

/**
 * A name inside a filter: a key of the item; or, when no item of the list has such a key, a name from around the filter. An item that lacks a
 * key which others have does not match, whatever variables there are.
 */
function itemFirst(name: string, items: readonly SlotReference[], outer: Lookup, place: string): Code {
  return (frame) => {
    for (const reference of items) {
      const item = slotOf(frame, reference.depth, reference.slot)
      if (!isContext(item)) continue
      if (Object.hasOwn(item, name)) return item[name] ?? null
      if (Object.hasOwn(keysOf(frame, reference), name)) return unknownName(name, place, true)
    }
    const value = outer(frame)
    return value === undefined ? unknownName(name, place, itemHasKeys(frame, items)) : value
  }
}

/** The keys of all items of the list being filtered, gathered at the first item that lacks one. */
function keysOf(frame: Frame, { depth, slot }: SlotReference): FeelContext {
  const known = slotOf(frame, depth, slot + 1)
  if (isContext(known)) return known
  const keys: Record<string, true> = {}
  for (const item of isList(known) ? known : []) {
    if (!isContext(item)) continue
    const own = Object.keys(item)
    frame.run.charge(1 + (own.length >> 3))
    for (const key of own) keys[key] = true
  }
  frameOf(frame, depth).slots[slot + 1] = keys
  return keys
}

export function slotCode({ depth, slot }: SlotReference): Code {
  return depth === 0 ? (frame) => frame.slots[slot] ?? null : (frame) => slotOf(frame, depth, slot)
}

/** A list that still grows, as it is now. */
function snapshot(code: Code): Code {
  return (frame) => {
    const list = code(frame)
    if (!isList(list)) return list
    frame.run.listOf(list.length)
    return [...list]
  }
}

function compileGlobal(node: NameNode, sure: boolean, compiler: Compiler): Lookup {
  const { name } = node
  const index = compiler.global(name, sure)
  return ({ globals }) => {
    const cached = globals.cache[index]
    if (cached !== undefined) return cached
    const value = admit(globals.scope.get(name), name)
    if (value !== undefined) globals.cache[index] = value
    return value
  }
}

/** A variable as a FEEL value; what JSON cannot hold is refused at its top level. */
function admit(value: unknown, name: string): FeelValue | undefined {
  switch (typeof value) {
    case 'undefined':
    case 'boolean':
    case 'string':
      return value
    case 'number':
      if (Number.isFinite(value)) return value
      break
    case 'object':
      if (isFeelObject(value)) return value
      break
    default:
  }
  throw new Failure('type', `Expected the variable "${name}" to hold JSON, but found ${String(value)}`)
}

/** Variables are JSON by contract (`json.ts` checks it where data enters) or values of an earlier evaluation. */
function isFeelObject(value: object | null): value is Exclude<FeelValue, string | number | boolean> {
  return !(value instanceof Date || value instanceof Map || value instanceof Set)
}

function itemHasKeys(frame: Frame, items: readonly SlotReference[]): boolean {
  return items.some(({ depth, slot }) => isContext(slotOf(frame, depth, slot)))
}

function unknownName(name: string, place: string, ofItem: boolean): never {
  const failure = new Failure('unknown-name', `Expected a variable named "${name}", but there is none`, true).at(place)
  failure.ofItem = ofItem
  throw failure
}
