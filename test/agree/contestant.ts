/** The executors that are held against the reference, and which procedures each of them is given. One line per executor. */
import type { Executor } from '../../engine/core/executor.ts'
import type { Program } from '../../engine/core/program.ts'
import { obstaclesIn } from '../../engine/executors/bpmn-engine/cannot/table.ts'
import { bpmnEngine } from '../../engine/executors/bpmn-engine/executor.ts'
import { kernel } from '../../engine/executors/kernel/kernel.ts'

export interface Contestant {
  readonly executor: Executor
  /** Of how many procedures it is given one; more than 1 for a slow one. */
  readonly oneIn: number
  /** Whether it promises to run these. */
  runs(programs: readonly Program[]): boolean
}

export const CONTESTANTS: readonly Contestant[] = [
  { executor: kernel, oneIn: 1, runs: () => true },
  { executor: bpmnEngine, oneIn: 20, runs: (programs) => programs.flatMap(obstaclesIn).length === 0 },
]
