/** How a script learns what became of a command: one number each, the same for every command. */
import type { Problem, ProblemKind } from '../engine/core/problem.ts'

export const EXIT = {
  ok: 0,
  /** A fault in Masar itself, here or on the server. */
  bug: 1,
  /** The command line was not understood. */
  usage: 2,
  /** Findings in a package, answers that do not fit, a test that failed, a certificate that does not hold. */
  invalid: 3,
  notFound: 4,
  /** Not signed in, or not allowed. */
  forbidden: 5,
  /** Somebody was faster, or it was done before. */
  conflict: 6,
  /** The server cannot be reached, is too busy, or something did not happen in time. */
  unavailable: 7,
} as const

export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

const OF_KIND: Readonly<Record<ProblemKind, ExitCode>> = {
  invalid: EXIT.invalid,
  tooLarge: EXIT.invalid,
  notFound: EXIT.notFound,
  unauthenticated: EXIT.forbidden,
  forbidden: EXIT.forbidden,
  conflict: EXIT.conflict,
  limited: EXIT.unavailable,
  unavailable: EXIT.unavailable,
}

/** Problems of the command line itself have codes that begin so. */
export const USAGE = 'usage.'

export const exitOf = (problem: Problem): ExitCode =>
  problem.code.startsWith(USAGE) ? EXIT.usage : OF_KIND[problem.kind]
