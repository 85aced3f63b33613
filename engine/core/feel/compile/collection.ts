/**
 * Values put together: `[1, 2]`, `{name: "x"}`, `[18..65]`.
 */
import { expected } from '../expected.ts'
import { compare } from '../order.ts'
import type { ContextNode, FeelNode, ListNode, RangeNode } from '../syntax.ts'
import { isTemporal } from '../temporal.ts'
import { FeelRange, type FeelValue, kindOf } from '../value.ts'
import { article } from './comparison.ts'
import type { Compiler } from './compiler.ts'
import type { Code, Frame } from './frame.ts'
import { compileFunction } from './function.ts'
import { type Names, withLocal } from './names.ts'

export function compileList(node: ListNode, names: Names, compiler: Compiler): Code {
  const constant = constantItems(node.items)
  if (constant !== null) return () => constant
  const items = node.items.map((item) => compiler.code(item, names))
  return (frame) => {
    frame.run.listOf(items.length)
    return items.map((item) => item(frame))
  }
}

/** The items when all are literals: such a list is made once. */
function constantItems(nodes: readonly FeelNode[]): readonly FeelValue[] | null {
  const values: FeelValue[] = []
  for (const node of nodes) {
    if (node.kind !== 'literal') return null
    values.push(node.value)
  }
  return values
}

/** Each entry sees the ones before it; a function sees itself, so that it can call itself. */
export function compileContext(node: ContextNode, names: Names, compiler: Compiler): Code {
  let inner = names
  const entries = node.entries.map(([key, value]) => {
    const local = withLocal(inner, key)
    const code =
      value.kind === 'function'
        ? compileFunction(value, local.names, compiler, { name: key, slot: local.slot })
        : compiler.code(value, inner)
    inner = local.names
    return { key, code, slot: local.slot }
  })
  return (frame) => {
    const context: Record<string, FeelValue> = {}
    for (const { key, code, slot } of entries) {
      frame.run.entry(key)
      const value = code(frame)
      frame.slots[slot] = value
      context[key] = value
    }
    return context
  }
}

export function compileRange(node: RangeNode, names: Names, compiler: Compiler): Code {
  const from = node.from === null ? null : compiler.code(node.from, names)
  const to = node.to === null ? null : compiler.code(node.to, names)
  const place = compiler.place(node)
  const make = (frame: Frame): FeelRange => {
    const start = from === null ? null : endOf(from(frame), 'start', place)
    const end = to === null ? null : endOf(to(frame), 'end', place)
    if (start !== null && end !== null && compare(start, end, frame.run) === null)
      throw expected(`${article(kindOf(start))} as the end of the range`, end).at(place)
    return new FeelRange(start, end, node.startIncluded, node.endIncluded)
  }
  return make
}

function endOf(value: FeelValue, which: string, place: string): FeelValue {
  if (typeof value === 'number' || typeof value === 'string' || isTemporal(value)) return value
  throw expected(`a number, a string, a date, a time or a duration as the ${which} of the range`, value).at(place)
}
