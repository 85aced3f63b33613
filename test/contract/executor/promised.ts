/** One thing every executor promises: a procedure, and what a case of it does. */
import type { Limits } from '../../../engine/core/executor.ts'
import type { JsonObject } from '../../../engine/core/json.ts'
import type { Program } from '../../../engine/core/program.ts'
import * as draw from '../../kernel/build.ts'
import type { Case } from '../../kernel/case.ts'

export interface Promised {
  readonly says: string
  readonly programs: readonly Program[]
  readonly variables?: JsonObject
  readonly limits?: Partial<Limits>
  readonly walk: (it: Case) => void
}

export const simple = (nodes: readonly draw.Node[], flows: readonly string[]): readonly Program[] => [
  draw.draw('main', nodes, flows),
]

/** Open waits, whatever the order. */
export const waits = (it: Case): string[] => it.waits.toSorted()
