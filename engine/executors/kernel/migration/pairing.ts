/** Which element of one version stands where an element of the other stood: worked out once per pair and mapping. */
import type { Migration } from '../../../core/migration.ts'
import type { Element, Flow, Program } from '../../../core/program.ts'
import { elementAt } from '../run.ts'

/** nothing: the operator says that nothing takes its place. undefined: nobody said what does. */
export type Counterpart<T> = T | 'nothing' | undefined

export interface Pairing {
  readonly source: Program
  readonly target: Program
  element(one: Element): Counterpart<Element>
  flow(id: string): Counterpart<Flow>
}

type Known = WeakMap<Program, WeakMap<Program, Pairing>>
const known = new WeakMap<Migration, { readonly root: Known; readonly called: Known }>()

/** @param isRoot whether the source is the application's own process, whose elements are named without it */
export function pairingOf(source: Program, target: Program, migration: Migration, isRoot: boolean): Pairing {
  const both = known.get(migration) ?? { root: new WeakMap(), called: new WeakMap() }
  known.set(migration, both)
  const pairs = isRoot ? both.root : both.called
  const targets = pairs.get(source) ?? new WeakMap<Program, Pairing>()
  pairs.set(source, targets)
  const pairing = targets.get(target) ?? pair(source, target, migration, isRoot)
  targets.set(target, pairing)
  return pairing
}

function pair(source: Program, target: Program, { mapping }: Migration, isRoot: boolean): Pairing {
  const flows = new Map(target.flows.map((flow) => [flow.id, flow]))
  const named = (id: string): string | undefined => {
    const full = `${source.processId}/${id}`
    if (Object.hasOwn(mapping, full)) return mapping[full]
    return isRoot && Object.hasOwn(mapping, id) ? mapping[id] : undefined
  }
  const find = <T>(id: string, place: (name: string) => T | undefined): Counterpart<T> => {
    const name = named(id)
    return name === '' ? 'nothing' : place(withoutProcess(name ?? id))
  }
  const elements = source.elements.map((one): Counterpart<Element> => {
    if (one.index === 0) return elementAt(target, 0)
    return find(one.id, (name) => placeOf(target, name))
  })
  return {
    source,
    target,
    element: (one) => elements[one.index],
    flow: (id) => find(id, (name) => flows.get(name)),
  }
}

/** "pay/Task_1" -> "Task_1". */
const withoutProcess = (name: string): string => name.slice(name.indexOf('/') + 1)

function placeOf(program: Program, id: string): Element | undefined {
  const index = program.byId.get(id)
  return index === undefined ? undefined : elementAt(program, index)
}
