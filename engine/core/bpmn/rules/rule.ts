/** One thing an analyst may get wrong in a drawing, told apart from all others by its name. */
import { advice, mistake } from '../../finding.ts'
import type { Finding } from '../../problem.ts'
import type { Text } from '../../text.ts'
import type { Diagram } from '../diagram.ts'
import { placeOf, type ModdleElement } from '../element.ts'
import type { Links } from '../links.ts'

export interface Rule {
  /** File name and second half of the finding's rule: "bpmn/flow-scope". */
  readonly name: string
  /** What it asks of a drawing, in one line for its author. */
  readonly says: Text
  /** Without links (a drawing on the designer's canvas) whatever the package would answer is left open. */
  check(diagram: Diagram, report: Report, links?: Links): void
}

export interface Report {
  error(at: ModdleElement, message: Text, remedy: Text): void
  warning(at: ModdleElement, message: Text, remedy: Text): void
}

export function runRule(rule: Rule, diagram: Diagram, links?: Links): readonly Finding[] {
  const findings: Finding[] = []
  const name = `bpmn/${rule.name}`
  const where = (at: ModdleElement) => {
    const place = placeOf(at)
    return place === undefined ? { file: diagram.file } : { file: diagram.file, place }
  }
  const report: Report = {
    error: (at, message, remedy) => findings.push(mistake(name, where(at), message, remedy)),
    warning: (at, message, remedy) => findings.push(advice(name, where(at), message, remedy)),
  }
  rule.check(diagram, report, links)
  return findings
}
