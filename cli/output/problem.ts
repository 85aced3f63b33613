/** What went wrong and what to do about it, as a person reads it. */
import type { Problem, ProblemKind } from '../../engine/core/problem.ts'
import type { Terminal } from '../terminal.ts'
import type { TextKey } from '../text/text.ts'
import { findingLines } from './finding.ts'

/** What usually helps, by kind. */
const HINTS: Readonly<Partial<Record<ProblemKind, TextKey>>> = { unauthenticated: 'hint.login' }

export function problemLines(problem: Problem, terminal: Terminal): readonly string[] {
  const hint = HINTS[problem.kind]
  return [
    `${problem.detail} [${problem.code}]`,
    ...(problem.findings ?? []).flatMap((finding) => findingLines(finding, terminal)),
    ...(hint === undefined ? [] : [`→ ${terminal.say(hint)}`]),
  ]
}
