/** What every command is: what may be typed after its name, and what it does with that. */
import type { Command } from 'commander'
import type { Problem } from '../engine/core/problem.ts'
import type { ExitCode } from './exit-codes.ts'
import type { Terminal } from './terminal.ts'
import type { Say } from './text/text.ts'

export interface Outcome {
  /** With --json, this and nothing else. */
  readonly json: unknown
  /** Otherwise these lines. */
  readonly lines: readonly string[]
  /** 0 unless said otherwise. */
  readonly exit?: ExitCode
  /** Commands that keep running end with this. */
  readonly until?: Promise<void>
}

export interface Call<Options> {
  readonly args: readonly string[]
  readonly options: Options
  readonly terminal: Terminal
}

export interface CliCommand {
  declare(command: Command, say: Say): void
  run(call: Call<object>): Promise<Outcome | Problem>
}

/** Options are what `declare` names: commander gives them untyped, and nothing else. */
export function defineCommand<Options extends object>(definition: {
  declare(command: Command, say: Say): void
  run(call: Call<Options>): Promise<Outcome | Problem>
}): CliCommand {
  return { declare: definition.declare, run: (call) => definition.run(call as Call<Options>) }
}
