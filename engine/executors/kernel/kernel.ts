/**
 * Where an application goes next: Masar's own executor, a token game over the flat tables of a program.
 *
 * Pure: no clock, no chance, no network; the same in a server and in a browser. A command (commands/) changes the state
 * by events and sets tokens going; advance.ts runs them until every one waits; each element kind (elements/) says what it
 * needs; lifecycle.ts takes its steps; state/apply.ts alone turns events into state.
 */
import type { Command } from '../../core/command.ts'
import type { Context, Decided, Executor } from '../../core/executor.ts'
import type { InstanceState } from '../../core/instance.ts'
import { type Problem, conflict, isProblem, notFound } from '../../core/problem.ts'
import { refusedWhileSuspended } from '../../core/suspension.ts'
import { advance } from './advance.ts'
import { noteCalendar } from './clocks/note-calendar.ts'
import { settleClocks } from './clocks/settle.ts'
import { type Opened, start } from './commands/start.ts'
import { holdAnswer, isJobAnswer } from './commands/hold-answer.ts'
import { handle } from './commands/table.ts'
import { Run } from './run.ts'
import { apply } from './state/apply.ts'
import { Draft } from './state/draft.ts'

export const kernel: Executor = { name: 'kernel', decide, apply }

function decide(state: InstanceState | undefined, command: Command, ctx: Context): Decided | Problem {
  const run = taken(state, command, ctx, (draft, events) => new Run(ctx, draft, events))
  if (isProblem(run)) return run
  advance(run)
  settleClocks(run)
  noteCalendar(run)
  return { events: run.events, state: run.draft.close() }
}

/** The command has changed the draft and set tokens going, or is refused. */
export function taken(
  state: InstanceState | undefined,
  command: Command,
  ctx: Context,
  open: Opened,
  executor?: string,
): Run | Problem {
  if (command.kind === 'start') return start(state, command, ctx, open, executor)
  if (!state) return notFound('instance.unknown', `Expected an instance to ${command.kind}, but it was never started`)
  if (state.status !== 'active' && state.status !== 'suspended')
    return conflict(
      'instance.over',
      `Expected a running instance to ${command.kind}, but ${state.id} is ${state.status}`,
    )
  if (isJobAnswer(command) && state.status === 'suspended') {
    const run = open(new Draft(state), [])
    return holdAnswer(run, command) ?? run
  }
  const held = refusedWhileSuspended(state, command)
  if (held) return held
  const run = open(new Draft(state), [])
  return handle(run, command) ?? run
}
