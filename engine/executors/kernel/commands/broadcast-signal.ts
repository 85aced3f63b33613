/** A signal from elsewhere in the agency reaches the places that waited for it when it was thrown. */
import { conflict, tooLarge } from '../../../core/problem.ts'
import { signalMoves } from '../catch/waiters.ts'
import { crowded, isFull } from '../limits.ts'
import type { Handler } from './command.ts'

export const broadcastSignal: Handler<'broadcastSignal'> = (run, { name, variables, waits, unanswered }) => {
  const open = waits.filter((id) => run.draft.waits[id]?.kind === 'signal')
  if (open.length === 0)
    return conflict(
      'signal-subscription.not-open',
      `Expected a place in ${run.draft.id} that still waits for the signal "${name}", but none does; it came too late`,
    )
  if (isFull(run))
    return conflict(
      'instance.full',
      `Expected room for the signal "${name}" in ${run.draft.id}, but it has reached a limit; resolve its incidents first`,
    )
  const full = crowded(run, name, open.length, variables)
  if (full) return tooLarge('variables.too-large', full.message)
  run.unanswered = unanswered
  run.send(signalMoves(run.draft, open, variables))
  return undefined
}
