/** A signal reaches a place of the application that waits for it. */
import type { LocalId } from '../../../core/ids.ts'
import type { JsonObject } from '../../../core/json.ts'
import { isFull } from '../limits.ts'
import { type Run, elementNamed } from '../run.ts'
import { visitTo } from '../visit.ts'
import { repeats, staysOpen } from './catches.ts'
import { trigger } from './trigger.ts'

/** An instance that has reached a limit is left in peace by signals that could come for ever. */
export function catchSignal(run: Run, id: LocalId, variables: JsonObject): void {
  const wait = run.draft.waits[id]
  if (wait?.kind !== 'signal') return
  const visit = visitTo(run, wait.owner)
  const element = elementNamed(visit.program, wait.element)
  if (repeats(visit, element) && isFull(run)) return
  run.steps++
  run.emit({ kind: 'signalCaught', id, name: wait.name })
  if (!staysOpen(visit, element)) run.emit({ kind: 'signalSubscriptionClosed', id, outcome: 'triggered' })
  trigger(run, wait.owner, wait.element, variables)
}
