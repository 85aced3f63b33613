/** What is wrong in a draft as it stands, for every view to show in its place. */
import type { Finding } from '../../engine/core/problem.ts'

export interface Findings {
  readonly state: 'checking' | 'checked'
  readonly all: readonly Finding[]
  /** Whether the server, which knows more than the page, has looked at the draft as it stands. */
  readonly isJudged: boolean
  /** Of one file, or of one place in it: an element's id, a JSON pointer. */
  at(file: string, place?: string): readonly Finding[]
}

export const findingsOf = (state: Findings['state'], all: readonly Finding[], isJudged = false): Findings => ({
  state,
  all,
  isJudged,
  at: (file, place) => all.filter((it) => it.file === file && (place === undefined || it.place === place)),
})

/** What does not keep a file from being published; what does, its page may see by itself. */
export const warningsOf = (findings: Findings, file: string): readonly Finding[] =>
  findings.at(file).filter(({ severity }) => severity === 'warning')

export const NO_FINDINGS: Findings = findingsOf('checked', [])
