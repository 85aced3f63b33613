/** What went wrong and what to do about it, as a person reads it. */
import type { Problem, ProblemKind } from '../../engine/core/problem.ts'
import { titleOf } from '../../engine/http/problem-text.ts'
import type { Terminal } from '../terminal.ts'
import type { TextKey } from '../text/text.ts'
import { findingLines } from './finding.ts'

/** What usually helps, by kind. */
const HINTS: Readonly<Partial<Record<ProblemKind, TextKey>>> = { unauthenticated: 'hint.login' }

export function problemLines(problem: Problem, terminal: Terminal): readonly string[] {
  const hint = HINTS[problem.kind]
  return [
    ...sentence(problem, terminal),
    ...(problem.findings ?? []).flatMap((finding) => findingLines(finding, terminal)),
    ...(hint === undefined ? [] : [`→ ${terminal.say(hint)}`]),
  ]
}

/** Details are one English sentence unless the command line itself says them; a reader of Arabic gets the title first. */
function sentence(problem: Problem, { language }: Terminal): readonly string[] {
  const { detail, code } = problem
  if (language === 'en' || /\p{Script=Arabic}/u.test(detail)) return [`${detail} [${code}]`]
  return [`${titleOf(problem).ar} [${code}]`, `  ${detail}`]
}
