/** What is left empty by what was cancelled inside it is cancelled as well, up to the whole application. */
import { PROCESS } from '../../../core/instance.ts'
import type { LocalId } from '../../../core/ids.ts'
import type { Run } from '../run.ts'
import { terminate } from '../tokens/terminate.ts'

/**
 * What was being undone counts as undone, a canceled transaction is left by its cancel event, and an ad-hoc subprocess
 * goes on with what is queued, ends or waits for a choice as when a step is done.
 *
 * @param kept scopes in which something is about to begin. @returns whether nothing of the application is left
 */
export function cancelEmptied(run: Run, from: readonly LocalId[], kept: ReadonlySet<LocalId>): boolean {
  for (const scope of from) {
    for (let id: LocalId | undefined = scope; id !== undefined && isEmpty(run, id, kept);) {
      const outer: LocalId | undefined = run.draft.element(id).scope
      terminate(run, id)
      id = outer
    }
  }
  return run.draft.elements[PROCESS] === undefined
}

function isEmpty(run: Run, id: LocalId, kept: ReadonlySet<LocalId>): boolean {
  const record = run.draft.elements[id]
  if (record === undefined || record.compensation || record.canceled || record.adHoc) return false
  return !kept.has(id) && (record.children ?? 0) === 0 && record.arrived === undefined
}
