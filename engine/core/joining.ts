/** Tokens that wait before a join until the others have come: they stand in no element, and are counted by the flows they came along. */
import { localEntries, type ProgramKey } from './ids.ts'
import type { InstanceState } from './instance.ts'
import type { Element, Library } from './program.ts'
import { programAround } from './scope.ts'

export interface Joining {
  readonly program: ProgramKey
  readonly join: Element
  readonly flow: string
  readonly count: number
}

/** @param library programs that it does not know are left out */
export function joiningIn(state: InstanceState, library: Pick<Library, 'program'>): readonly Joining[] {
  return localEntries(state.elements).flatMap(([id, { arrived }]) => {
    if (arrived === undefined) return []
    const program = programAround(state, id)
    const { flows = [], elements = [] } = library.program(program) ?? {}
    return flows.flatMap(({ id: flow, to }) => {
      const join = elements[to]
      const count = arrived[flow] ?? 0
      return join === undefined || count === 0 ? [] : [{ program, join, flow, count }]
    })
  })
}
