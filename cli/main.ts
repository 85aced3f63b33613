/** From what was typed to what is seen: run it, show the result or what is wrong, say how it went. */
import { isProblem, ProblemError, type Problem } from '../engine/core/problem.ts'
import type { Outcome } from './command.ts'
import { EXIT, exitOf, type ExitCode } from './exit-codes.ts'
import { problemLines } from './output/problem.ts'
import { runCommandLine } from './program.ts'
import { openTerminal, printable, type Terminal } from './terminal.ts'

export async function main(argv: readonly string[]): Promise<ExitCode> {
  const terminal = openTerminal(argv, process.env)
  process.stdout.on('error', endWithReader)
  try {
    const outcome = await runCommandLine(argv, terminal)
    terminal.quiet()
    if (isProblem(outcome)) return refuse(outcome, terminal)
    show(outcome, terminal)
    await outcome.until
    return outcome.exit ?? EXIT.ok
  } catch (error) {
    terminal.quiet()
    return error instanceof ProblemError ? refuse(error.problem, terminal) : fault(error, terminal)
  }
}

/** Whoever read our output has seen enough, as `head` does. */
function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(EXIT.ok)
}

function show({ json, lines }: Outcome, terminal: Terminal): void {
  if (terminal.json) process.stdout.write(`${JSON.stringify(json, undefined, 2)}\n`)
  else for (const line of lines) process.stdout.write(`${printable(line)}\n`)
}

function refuse(problem: Problem, terminal: Terminal): ExitCode {
  if (terminal.json) process.stdout.write(`${JSON.stringify({ problem }, undefined, 2)}\n`)
  else for (const line of problemLines(problem, terminal)) process.stderr.write(`${printable(line)}\n`)
  return exitOf(problem)
}

/** The stack is for whoever mends Masar, and only when they ask for it. */
function fault(error: unknown, { json, env, say }: Terminal): ExitCode {
  const message = error instanceof Error ? error.message : String(error)
  if (json) process.stdout.write(`${JSON.stringify({ bug: { message } }, undefined, 2)}\n`)
  else process.stderr.write(`${printable(say('bug', { message }))}\n`)
  if (env['MASAR_DEBUG'] === '1' && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`)
  return EXIT.bug
}
