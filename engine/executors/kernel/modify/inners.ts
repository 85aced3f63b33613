/** From places to tokens: what is begun in one scope shares the scopes that are begun with it. */
import type { LocalId } from '../../../core/ids.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Element } from '../../../core/program.ts'
import type { Inner, Move } from '../run.ts'
import type { Place } from './place.ts'

type Begin = Place & { readonly variables?: JsonObject }

export function movesTo(begins: readonly Begin[]): readonly Move[] {
  const scopes = new Map<LocalId, Begin[]>()
  for (const begin of begins) scopes.set(begin.scope, [...(scopes.get(begin.scope) ?? []), begin])
  return [...scopes].flatMap(([scope, inside]) => {
    const [first] = inside
    if (!first) return []
    return innersOf(inside).map((inner) => ({ kind: 'enter', program: first.program, scope, ...inner }) as const)
  })
}

export function innersOf(begins: readonly Pick<Begin, 'element' | 'through' | 'variables'>[]): readonly Inner[] {
  const direct = begins
    .filter(({ through }) => through.length === 0)
    .map(({ element, variables }) => ({ element, ...(variables && { variables }) }))
  const shared = new Map<Element, (typeof begins)[number][]>()
  for (const begin of begins) {
    const [outer, ...through] = begin.through
    if (outer) shared.set(outer, [...(shared.get(outer) ?? []), { ...begin, through }])
  }
  return [...direct, ...[...shared].map(([element, inside]) => ({ element, into: innersOf(inside) }))]
}
