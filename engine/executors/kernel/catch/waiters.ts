/**
 * Who in an application waits for a signal, called processes included, in the order in which they were opened.
 *
 * Who is meant is settled when the signal is thrown: what opens afterwards is not reached, what has closed meanwhile is
 * passed over. One place after the other is set off, each with all that follows from it before the next.
 */
import { localEntries, type LocalId } from '../../../core/ids.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { Move } from '../run.ts'
import type { Draft } from '../state/draft.ts'

export const waitersOf = (draft: Draft, name: string): readonly LocalId[] =>
  localEntries(draft.waits).flatMap(([id, wait]) => (wait.kind === 'signal' && wait.name === name ? [id] : []))

export const signalMoves = (draft: Draft, waits: readonly LocalId[], variables: JsonObject): readonly Move[] =>
  waits.flatMap((wait) => {
    const owner = draft.waits[wait]?.owner
    return owner === undefined ? [] : [{ kind: 'signal', scope: owner, wait, variables }]
  })
