/** Steps of an ad-hoc subprocess begun by hand count as chosen, and those cancelled as never chosen. */
import type { LocalId } from '../../../core/ids.ts'
import type { Run } from '../run.ts'

/** Nothing where the scope is none. @param steps negative: taken back */
export function countChosen(run: Run, scope: LocalId, steps: number): void {
  const { adHoc } = run.draft.element(scope)
  if (!adHoc || adHoc.closing) return
  run.emit({ kind: 'adHocChanged', id: scope, adHoc: { ...adHoc, begun: Math.max(0, adHoc.begun + steps) } })
}
