/** What could have been meant by a name in a template that leads nowhere: as it would be written in its place. */
import type { Fact, Holder } from '../../template/facts.ts'
import { nearest } from './nearest.ts'
import { follow, typeOf } from './template-way.ts'
import { ANY, type VariableType } from './variable.ts'

export interface Instead {
  /** What is there where it was looked for. */
  readonly known: readonly string[]
  readonly near: string | undefined
}

export function insteadOf({ written, way }: Fact, data: VariableType): Instead {
  const { from, parts } = way
  const reach = (to: readonly string[]) => follow({ from, parts: to }, data)
  const wrong = parts.findIndex((_, index) => reach(parts.slice(0, index + 1)) === 'missing')
  const before = parts.slice(0, wrong)
  const holder = reach(before)
  const whole = parts.join('.')
  const lead = written.endsWith(whole) ? written.slice(0, -whole.length) : ''
  const there = holder === 'missing' ? ANY : holder
  const names = fieldsIn(there)
  const close = nearest(parts[wrong] ?? '', names)
  const known = spread(there).map((way) => lead + [...before, ...way].join('.'))
  if (close !== undefined) {
    const mended = [...before, close, ...parts.slice(wrong + 1)]
    return { known, near: lead + (reach(mended) === 'missing' ? [...before, close] : mended).join('.') }
  }
  if (before.length === 0) return { known, near: further(from, parts, data) ?? deeper(from, lead, parts, data) }
  // A part was asked of what has none.
  return { known, near: names.length === 0 ? lead + before.join('.') : undefined }
}

const fieldsIn = (type: VariableType): readonly string[] =>
  type.kind === 'object' ? type.fields.map(({ name }) => name) : []

/** The parts of what has some, unless it is one text in both languages. */
const spread = (type: VariableType): readonly (readonly string[])[] =>
  type.kind === 'object'
    ? type.fields.flatMap(({ name, type: of }): readonly (readonly string[])[] => {
        const inner = fieldsIn(of)
        const isText = inner.length === 2 && inner.includes('ar') && inner.includes('en')
        return inner.length === 0 || isText ? [[name]] : inner.map((it) => [name, it])
      })
    : []

/** Within a list, what stands outside of it. */
function further(from: Holder, parts: readonly string[], data: VariableType): string | undefined {
  const [name = ''] = parts
  let up = ''
  for (let at = from; at.kind !== 'all';) {
    at = at.around
    up += '../'
    const close = nearest(name, fieldsIn(typeOf(at, data)))
    if (close !== undefined) return up + [close, ...parts.slice(1)].join('.')
  }
  return undefined
}

const deepest = 3
const mostWays = 200

/** "holderName" for "holder.name". */
function deeper(from: Holder, lead: string, parts: readonly string[], data: VariableType): string | undefined {
  const ways = waysIn(typeOf(from, data)).slice(0, mostWays)
  const plain = nearest(parts.join(''), [...new Set(ways.map((it) => it.join('')))])
  const way = ways.find((it) => it.join('') === plain) ?? ways.find((it) => it.at(-1) === parts[0])
  return way && lead + way.join('.')
}

function waysIn(type: VariableType, before: readonly string[] = []): readonly (readonly string[])[] {
  if (type.kind !== 'object' || before.length === deepest) return []
  return type.fields.slice(0, mostWays).flatMap((it): readonly (readonly string[])[] => {
    const way = [...before, it.name]
    return [way, ...waysIn(it.type, way)]
  })
}
