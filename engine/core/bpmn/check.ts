/** Everything that is wrong with a drawing, all at once: what the designer, the CLI and the deployment show. */
import type { Finding } from '../problem.ts'
import type { Diagram } from './diagram.ts'
import type { Links } from './links.ts'
import { runRule } from './rules/rule.ts'
import { RULES } from './rules/table.ts'

/** @param links what the package answers for; absent where only the drawing is at hand */
export function checkDiagram(diagram: Diagram, links?: Links): readonly Finding[] {
  return RULES.flatMap((rule) => runRule(rule, diagram, links))
}
