/** What an inner instance of a repeated activity begins with, as the present definition of its loop says. */
import type { LoopState } from '../../../core/instance.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Loop } from '../../../core/program.ts'
import { loopBehaviour } from '../loops/table.ts'

/** @param counter 1-based */
export const roundVariables = (loop: Loop, state: LoopState, counter: number): JsonObject =>
  loopBehaviour(loop).next(loop, { ...state, started: counter - 1 })?.variables ?? {}
