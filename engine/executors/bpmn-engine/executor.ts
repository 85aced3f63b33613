/**
 * Where an application goes next as the npm package bpmn-engine says: the second opinion beside the kernel.
 *
 * The library moves the tokens: flows and their conditions, joins, what runs inside subprocesses and called processes,
 * items of loops, and what is broken off. What an element asks for and gives back, which variable lies where and what
 * a command may do is the same code as the kernel's. So store, desk and workers do not know which of the two runs.
 */
import type { Command } from '../../core/command.ts'
import type { Event } from '../../core/event.ts'
import type { Context, Decided, Executor } from '../../core/executor.ts'
import type { InstanceState } from '../../core/instance.ts'
import { patchFor } from '../../core/merge-patch.ts'
import { type Problem, isProblem, tooLarge } from '../../core/problem.ts'
import { noteCalendar } from '../kernel/clocks/note-calendar.ts'
import { settleClocks } from '../kernel/clocks/settle.ts'
import { taken } from '../kernel/kernel.ts'
import { apply } from '../kernel/state/apply.ts'
import type { Draft } from '../kernel/state/draft.ts'
import { refusedCommand } from './cannot/commands.ts'
import { counted } from './library/chance.ts'
import { kept, remembered } from './memory/memory.ts'
import { LibraryRun } from './run.ts'

const NAME = 'bpmn-engine'

/** It takes some 400 ms for a thousand steps, in which nobody else is served. */
const MOST_STEPS = 2_000

export const bpmnEngine: Executor = { name: NAME, decide, apply }

function decide(state: InstanceState | undefined, command: Command, given: Context): Decided | Problem {
  const limits = { ...given.limits, steps: Math.min(given.limits.steps, MOST_STEPS) }
  const ctx = { ...given, limits }
  const refused = refusedCommand(command.kind)
  if (refused) return refused
  const memory = state?.memory && remembered(state.memory)
  const { result, last } = counted(memory?.last ?? 0, () => notTooDeep(() => moved(state, command, ctx)))
  if (isProblem(result)) return result
  remember(result, last)
  return { events: result.events, state: result.draft.close() }
}

function moved(state: InstanceState | undefined, command: Command, ctx: Context): LibraryRun | Problem {
  const open = (draft: Draft, events: Event[]): LibraryRun =>
    new LibraryRun(ctx, draft, events, draft.memory && remembered(draft.memory))
  const run = taken(state, command, ctx, open, NAME)
  if (isProblem(run)) return run
  if (!(run instanceof LibraryRun)) throw new Error('Expected the run that was opened')
  run.advance()
  settleClocks(run)
  noteCalendar(run)
  return run
}

/** The library calls itself for each scope inside a scope; where the stack ends, nothing has happened. */
function notTooDeep<T>(work: () => T): T | Problem {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return tooLarge(
      'executor.too-deep',
      'Expected subprocesses and calls that bpmn-engine can hold inside each other, but these are too deep; run the service on the kernel',
    )
  }
}

function remember(run: LibraryRun, last: number): void {
  const { memory, status } = run.draft
  if (status === 'completed' || status === 'terminated') {
    if (memory) run.emit({ kind: 'memoryKept', patch: null })
    return
  }
  const patch = patchFor(memory, kept({ last, ...run.memory }, run.places.drawing))
  if (patch) run.emit({ kind: 'memoryKept', patch })
}
