/** Where a name that is written in a template leads, within what a step hands over. */
import type { Holder, Way } from '../../template/facts.ts'
import { ANY, asSureAs, fieldOf, NUMBER, type VariableType } from './variable.ts'

/** Where a name leads; missing: it is known what is there, and it is not among it. */
export function follow({ from, parts }: Way, data: VariableType): VariableType | 'missing' {
  let type = typeOf(from, data)
  for (const part of parts) {
    const next = step(type, part)
    if (next === 'missing') return next
    type = next
  }
  return type
}

function step(type: VariableType, part: string): VariableType | 'missing' {
  if (type.kind === 'list') {
    if (/^\d+$/.test(part)) return asSureAs(type, type.of)
    if (part === 'length') return NUMBER
  }
  const found = type.kind === 'object' ? fieldOf(type, part) : undefined
  if (found) return found
  const isUnknown = type.kind === 'any' || type.unsure === true
  const isBare = type.kind === 'object' && type.fields.length === 0 && type.closed !== true
  return isUnknown || isBare || (type.kind === 'text' && part === 'length') ? ANY : 'missing'
}

export function typeOf(holder: Holder, data: VariableType): VariableType {
  if (holder.kind === 'all') return data
  if (holder.kind === 'unknown') return ANY
  const of = follow(holder.of, data)
  if (of === 'missing') return ANY
  if (holder.kind === 'part') return of
  return of.kind === 'list' ? asSureAs(of, of.of) : ANY
}
