/**
 * The same place in two courses of one application: an element by the elements around it, which item of a list it is of,
 * and the how manieth of its kind, for local ids differ as soon as the courses do.
 */
import type { LocalId } from '../core/ids.ts'
import type { ElementState, InstanceState, Wait } from '../core/instance.ts'

type Named = Pick<InstanceState, 'elements'>

/** "Process_1 > Part#2 > Hear". */
export function pathOf({ elements }: Named, id: LocalId): string {
  const steps: string[] = []
  let current: LocalId | undefined = id
  while (current !== undefined) {
    const record: ElementState | undefined = elements[current]
    if (!record) break
    steps.unshift(record.loopCounter === undefined ? record.element : `${record.element}#${record.loopCounter}`)
    current = record.scope
  }
  return steps.join(' > ')
}

const waitPath = (state: InstanceState, wait: Wait): string =>
  `${wait.kind} ${'element' in wait ? wait.element : ''} at ${pathOf(state, wait.owner)}`

/** Where the other course waits for what this one waits for under the id. */
export const sameWait = (state: InstanceState, id: LocalId, other: InstanceState): LocalId | undefined =>
  same(Object.entries(state.waits), id, Object.entries(other.waits), (wait, of) => waitPath(of, wait), state, other)

export const sameElement = (state: InstanceState, id: LocalId, other: InstanceState): LocalId | undefined =>
  same(ids(state), id, ids(other), (one, of) => pathOf(of, one), state, other)

export const sameIncident = (state: InstanceState, id: LocalId, other: InstanceState): LocalId | undefined =>
  same(
    Object.entries(state.incidents),
    id,
    Object.entries(other.incidents),
    ({ owner }, of) => pathOf(of, owner),
    state,
    other,
  )

const ids = ({ elements }: InstanceState): [string, LocalId][] => Object.keys(elements).map((id) => [id, id as LocalId])

function same<T>(
  here: readonly [string, T][],
  id: LocalId,
  there: readonly [string, T][],
  path: (one: T, of: InstanceState) => string,
  state: InstanceState,
  other: InstanceState,
): LocalId | undefined {
  const found = here.find(([name]) => name === id)
  if (!found) return undefined
  const wanted = path(found[1], state)
  const alike = here.filter(([, one]) => path(one, state) === wanted)
  const place = alike.indexOf(found)
  return there.filter(([, one]) => path(one, other) === wanted)[place]?.[0] as LocalId | undefined
}
