/**
 * Which value a name means, decided when an expression is compiled: a local name is a slot, a free name a variable of the case.
 *
 * Inside a filter the keys of the item come first, so a name there stays open until the item is seen.
 */

/** The slots one frame needs. */
export interface Layout {
  size: number
}

/** What is around a construct, innermost first. */
export type Names = Root | Local | Item | Body

interface Root {
  readonly kind: 'root'
  readonly layout: Layout
}
interface Local {
  readonly kind: 'local'
  readonly name: string
  readonly slot: number
  /** The list behind the name still grows (`partial`): whoever keeps it must copy it. */
  readonly growing: boolean
  readonly layout: Layout
  readonly outer: Names
}
interface Item {
  readonly kind: 'item'
  readonly slot: number
  readonly layout: Layout
  readonly outer: Names
}
interface Body {
  readonly kind: 'function'
  readonly layout: Layout
  readonly outer: Names
}

export interface SlotReference {
  /** Frames to go outwards. */
  readonly depth: number
  readonly slot: number
}

export interface Meaning {
  /** Items of filters whose key the name may be, innermost first. */
  readonly items: readonly SlotReference[]
  /** The local name, or null when the name is free. */
  readonly local: SlotReference | null
  readonly growing: boolean
}

export function rootNames(): Names {
  return { kind: 'root', layout: { size: 0 } }
}

export function withLocal(outer: Names, name: string, growing = false): { names: Names; slot: number } {
  const slot = outer.layout.size++
  return { names: { kind: 'local', name, slot, growing, layout: outer.layout, outer }, slot }
}

/** Takes two slots: the item, and after it what is known about the keys of the whole list (`name.ts`). */
export function withItem(outer: Names): { names: Names; slot: number } {
  const slot = outer.layout.size
  outer.layout.size += 2
  return { names: { kind: 'item', slot, layout: outer.layout, outer }, slot }
}

export function withFunction(outer: Names): Names {
  return { kind: 'function', layout: { size: 0 }, outer }
}

export function meaningOf(name: string, names: Names): Meaning {
  const items: SlotReference[] = []
  let depth = 0
  let at = names
  while (at.kind !== 'root') {
    const reference = at.kind === 'function' ? null : { depth, slot: at.slot }
    if (at.kind === 'local' && at.name === name) return { items, local: reference, growing: at.growing }
    if (at.kind === 'item' && name === 'item') return { items, local: reference, growing: false }
    if (at.kind === 'item' && reference !== null) items.push(reference)
    if (at.kind === 'function') depth += 1
    at = at.outer
  }
  return { items, local: null, growing: false }
}
