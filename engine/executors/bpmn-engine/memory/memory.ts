/** What the library executor remembers of a case between commands. */
import type { LocalId, ProgramKey } from '../../../core/ids.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Drawing } from '../library/drawing.ts'
import { packed, unpacked } from './pack.ts'

export interface Remembered {
  /** The last id counted. */
  readonly last: number
  /** Which of the library's runs is which element instance. */
  readonly ids: Readonly<Record<string, LocalId>>
  /** Tokens that wait for an element to be free. */
  readonly late?: readonly Late[]
  /** The library's own state. */
  readonly state: JsonObject
}

export interface Late {
  readonly scope: LocalId
  readonly program: ProgramKey
  readonly element: string
  readonly variables?: JsonObject
  readonly payload?: JsonObject
}

/** As it lies in the instance. */
export const remembered = (memory: JsonObject): Remembered => memory as unknown as Remembered

export const stateFor = (memory: Remembered, drawing: Drawing): JsonObject => unpacked(memory.state, drawing)

export function kept(memory: Remembered, drawing: Drawing): JsonObject {
  const { last, ids, late, state } = memory
  const small = { last, ids, ...(late && late.length > 0 && { late }), state: packed(state, drawing) }
  return JSON.parse(JSON.stringify(small)) as JsonObject
}
