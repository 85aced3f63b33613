/**
 * Which executor runs an application: the one it began with. A new one begins with what its package names; where that
 * names none, with what the installation prefers, if that can run it, and else with the kernel, which runs everything.
 */
import type { Context, Executor, ExecutorName } from './core/executor.ts'
import type { CannotRun } from './core/package/executor.ts'
import type { Command } from './core/command.ts'
import type { InstanceState } from './core/instance.ts'
import type { Library, Program } from './core/program.ts'
import { bpmnEngine } from './executors/bpmn-engine/executor.ts'
import { obstaclesReached } from './executors/bpmn-engine/cannot/table.ts'
import { kernel } from './executors/kernel/kernel.ts'

export const EXECUTOR: Readonly<Record<ExecutorName, Executor>> = { kernel, 'bpmn-engine': bpmnEngine }

export const cannotRun: CannotRun = (executor, program, library) =>
  executor === 'kernel'
    ? []
    : obstaclesReached(program, library).map(({ cannot, element, program: within }) => ({
        program: within,
        element: element.id,
        reason: cannot.reason,
      }))

/** @param preferred for packages that name none */
export function executors(preferred: ExecutorName = 'kernel'): Executor {
  return {
    name: preferred,
    decide: (state, command, ctx) => EXECUTOR[nameFor(state, command, ctx, preferred)].decide(state, command, ctx),
    apply: kernel.apply,
  }
}

function nameFor(
  state: InstanceState | undefined,
  command: Command,
  { library }: Context,
  preferred: ExecutorName,
): ExecutorName {
  if (state) return state.executor === 'bpmn-engine' ? 'bpmn-engine' : 'kernel'
  const program = command.kind === 'start' ? library.program(command.program) : undefined
  return program?.executor ?? (program && fits(preferred, program, library) ? preferred : 'kernel')
}

const known = new WeakMap<Program, boolean>()

function fits(executor: ExecutorName, program: Program, library: Library): boolean {
  const before = known.get(program)
  if (before !== undefined) return before
  const does = cannotRun(executor, program, library).length === 0
  known.set(program, does)
  return does
}
