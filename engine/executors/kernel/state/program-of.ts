/** In which procedure an element stands: the application's own, or one it calls. */
import type { LocalId, ProgramKey } from '../../../core/ids.ts'
import type { ElementState } from '../../../core/instance.ts'
import type { Draft } from './draft.ts'

/** The program of the nearest enclosing process or called process of a live element instance. */
export function programOf(draft: Draft, id: LocalId): ProgramKey {
  let record: ElementState = draft.element(id)
  while (record.program === undefined && record.scope !== undefined) record = draft.element(record.scope)
  return record.program ?? draft.program
}
