/** One thing that is wrong, with where and what to do, in the reader's language. */
import type { Finding } from '../../engine/core/problem.ts'
import type { Terminal } from '../terminal.ts'

export function findingLines(finding: Finding, { language, say }: Terminal): readonly string[] {
  const arabic = language === 'ar'
  const message = (arabic ? finding.messageAr : undefined) ?? finding.message
  const remedy = (arabic ? finding.remedyAr : undefined) ?? finding.remedy
  const where = [finding.file, finding.place].filter((it) => it !== undefined && it !== '').join('  ')
  return [
    `  ${say(`severity.${finding.severity}`)}  ${where}  [${finding.rule}]`,
    `    ${message}`,
    ...(remedy === undefined ? [] : [`    → ${remedy}`]),
  ]
}
