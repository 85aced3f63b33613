/**
 * 10.5.1, 10.5.6: an escalation goes outwards to the nearest handler like an error, but "is not critical": the handler may
 * leave the activity alone, the event that threw it goes on unless the handler interrupts it, and without a handler
 * nothing happens.
 */
import type { Instance } from '../marking.ts'
import { live } from '../marking.ts'
import type { Play } from '../play.ts'
import { findHandler } from './error.ts'

export function escalate(play: Play, thrower: Instance, code: string): void {
  findHandler(play, thrower, 'escalation', code)?.({})
  if ([...live(play.root)].includes(thrower)) play.complete(thrower)
}
