/** Where an application has been and stands, by element and flow of one drawing: what the drawing marks and the table lists. */
import type { Text } from '../../engine/core/text.ts'
import type { Moment } from '../../engine/trial/moment.ts'

export interface Visit {
  readonly element: string
  readonly name: Text
  readonly entered: number
  readonly tokens: number
  /** Of them, those that wait before it for others. */
  readonly waiting: number
  readonly canceled: boolean
}

export interface Visits {
  readonly elements: readonly Visit[]
  readonly flows: ReadonlySet<string>
}

/** @param moments up to the one that is shown @param processes those of the drawing */
export function visitsIn(moments: readonly Moment[], packageId: string, processes: ReadonlySet<string>): Visits {
  const elements = new Map<string, Visit>()
  const flows = new Set<string>()
  const isHere = (it: { readonly packageId: string; readonly process: string }): boolean =>
    it.packageId === packageId && processes.has(it.process)
  for (const one of moments.flatMap(({ trace }) => trace).filter(isHere)) {
    if (one.kind === 'flow') flows.add(one.flow)
    else {
      const known = elements.get(one.element) ?? { ...one, entered: 0, tokens: 0, waiting: 0, canceled: false }
      const entered = known.entered + (one.kind === 'entered' ? 1 : 0)
      elements.set(one.element, { ...known, entered, canceled: one.kind === 'canceled' })
    }
  }
  for (const { element, name, count, waiting } of (moments.at(-1)?.tokens ?? []).filter(isHere)) {
    const known = elements.get(element) ?? { element, name, entered: 1, tokens: 0, waiting: 0, canceled: false }
    const before = waiting === undefined ? 0 : count
    elements.set(element, { ...known, tokens: known.tokens + count, waiting: known.waiting + before })
  }
  return { elements: [...elements.values()].filter(({ element }) => !processes.has(element)), flows }
}
