/**
 * `x instance of list<number>`: whether a value is of a type. Only `Any` and `Null` hold null.
 */
import type { Meter } from '../meter.ts'
import type { FeelType, InstanceNode } from '../syntax.ts'
import { FeelRange, type FeelValue, isContext, isList, kindOf } from '../value.ts'
import type { Compiler } from './compiler.ts'
import type { Code } from './frame.ts'
import type { Names } from './names.ts'

export function compileInstance(node: InstanceNode, names: Names, compiler: Compiler): Code {
  const value = compiler.code(node.value, names)
  const { type } = node
  return (frame) => {
    const found = value(frame)
    return hasType(found, type, frame.run) && !(found === null && type.kind === 'any')
  }
}

export function hasType(value: FeelValue, type: FeelType, meter: Meter): boolean {
  switch (type.kind) {
    case 'any':
      return true
    case 'simple':
      return kindOf(value) === type.name
    case 'list':
      if (!isList(value)) return false
      meter.charge(value.length)
      return value.every((item) => hasType(item, type.item, meter))
    case 'range':
      return (
        value instanceof FeelRange &&
        [value.start, value.end].every((end) => end === null || hasType(end, type.item, meter))
      )
    case 'context':
      return (
        isContext(value) &&
        type.entries.every(([key, entry]) => Object.hasOwn(value, key) && hasType(value[key] ?? null, entry, meter))
      )
  }
}

export function typeText(type: FeelType): string {
  switch (type.kind) {
    case 'any':
      return 'anything'
    case 'simple':
      return `a ${type.name}`
    case 'list':
    case 'range':
      return `a ${type.kind} of ${typeText(type.item).replace(/^a /, '')}`
    case 'context':
      return `a context of ${type.entries.map(([key]) => key).join(', ')}`
  }
}
