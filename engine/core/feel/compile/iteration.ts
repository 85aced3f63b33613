/**
 * `for x in xs return ...`, `some x in xs satisfies ...`, `every x in xs satisfies ...`.
 */
import { expected } from '../expected.ts'
import { Failure } from '../failure.ts'
import type { ForNode, Iterator, QuantifiedNode } from '../syntax.ts'
import type { FeelValue } from '../value.ts'
import type { Compiler } from './compiler.ts'
import type { Code, Frame } from './frame.ts'
import { type Names, withLocal } from './names.ts'
import { counted, type Sequence, sequenceOf } from './sequence.ts'

interface Loop {
  readonly slot: number
  readonly sequence: (frame: Frame) => Sequence
}

/** Goes through all combinations, the last list fastest, until a visit returns false. */
type Walk = (frame: Frame, visit: () => boolean) => boolean

export function compileFor(node: ForNode, names: Names, compiler: Compiler): Code {
  const { loops, inner } = compileLoops(node.iterators, names, compiler)
  const { names: bodyNames, slot } = withLocal(inner, 'partial', true)
  const body = compiler.code(node.body, bodyNames)
  const walk = walkThrough(loops, compiler.weight(node.body))
  return (frame) => {
    const results: FeelValue[] = []
    walk(frame, () => {
      frame.slots[slot] = results
      frame.run.item(results.length)
      results.push(body(frame))
      return true
    })
    return results
  }
}

/** `some` is an `or` over all combinations, `every` an `and`. */
export function compileQuantified(node: QuantifiedNode, names: Names, compiler: Compiler): Code {
  const { loops, inner } = compileLoops(node.iterators, names, compiler)
  const condition = compiler.code(node.condition, inner)
  const place = compiler.place(node.condition)
  const walk = walkThrough(loops, compiler.weight(node.condition))
  const deciding = node.quantifier === 'some'
  return (frame) => {
    let unknown = false
    const undecided = walk(frame, () => {
      const value = condition(frame)
      if (value === null) unknown = true
      else if (typeof value !== 'boolean') throw expected('true or false after satisfies', value).at(place)
      return value !== deciding
    })
    if (!undecided) return deciding
    return unknown ? null : !deciding
  }
}

function compileLoops(
  iterators: readonly Iterator[],
  names: Names,
  compiler: Compiler,
): { loops: readonly Loop[]; inner: Names } {
  let inner = names
  const loops = iterators.map(({ name, domain, until }) => {
    const from = compiler.code(domain, inner)
    const to = until === null ? null : compiler.code(until, inner)
    const place = compiler.place(domain)
    const local = withLocal(inner, name)
    inner = local.names
    const sequence = (frame: Frame): Sequence => {
      try {
        return to === null ? sequenceOf(from(frame)) : counted(from(frame), to(frame))
      } catch (failure) {
        throw failure instanceof Failure ? failure.at(place) : failure
      }
    }
    return { slot: local.slot, sequence }
  })
  return { loops, inner }
}

function walkThrough(loops: readonly Loop[], weight: number): Walk {
  const walkFrom = (level: number, frame: Frame, visit: () => boolean): boolean => {
    const loop = loops[level]
    if (loop === undefined) return visit()
    const sequence = loop.sequence(frame)
    for (let index = 0; index < sequence.length; index += 1) {
      frame.run.charge(weight)
      frame.slots[loop.slot] = sequence.at(index)
      if (!walkFrom(level + 1, frame, visit)) return false
    }
    return true
  }
  return (frame, visit) => walkFrom(0, frame, visit)
}
