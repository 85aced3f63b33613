/** The executors that are held against the reference, and which procedures each of them is given. One line per executor. */
import type { Executor } from '../../engine/core/executor.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'
import type { ProcessDrawing } from './drawing/drawing.ts'

export interface Contestant {
  readonly executor: Executor
  /** Of how many procedures it is given one; more than 1 for a slow one. */
  readonly oneIn: number
  /** Whether it promises to run this drawing. */
  runs(processes: readonly ProcessDrawing[]): boolean
}

export const CONTESTANTS: readonly Contestant[] = [{ executor: kernel, oneIn: 1, runs: () => true }]
