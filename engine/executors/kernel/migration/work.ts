/** Whether the other version says something else of the task or job an element has open. */
import type { Element } from '../../../core/program.ts'
import { workText } from './definition.ts'
import type { Place, Plan } from './plan.ts'

export function isWorkRenewed(
  { from, pairing: { source } }: Place,
  to: Element,
  { state }: Pick<Plan, 'state'>,
): boolean {
  if (workText(from) !== workText(to)) return true
  // In a called process the completers are remembered under its version.
  return source.key !== state.program && to.kind === 'userTask' && to.task.fourEyes.length > 0
}
