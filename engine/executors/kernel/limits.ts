/** How far one command may run before an operator has to look: a loop without end stops here. */
import type { JsonObject } from '../../core/json.ts'
import { Failure } from './failure.ts'
import { bytesOf } from './state/bytes.ts'
import { OVERSPENT } from './variables/effort.ts'
import type { Run } from './run.ts'
import type { Visit } from './visit.ts'

/** Why no further element may be activated, or nothing where it may. @param isNew whether one more would be at work */
export function overLimit({ run, element }: Visit, isNew: boolean): Failure | undefined {
  const { steps, tokens, record } = run.ctx.limits
  if (run.steps >= steps)
    return new Failure(
      'limit',
      `Expected at most ${steps} steps before everything waits, but ${element.id} would be one more; look for a loop, then resolve the incident to go on`,
    )
  if (record === 0)
    return new Failure(
      'limit',
      `Expected a history that comes to an end, but that of this instance is as long as one may be, so ${element.id} was not entered; look for a loop and cancel the instance`,
    )
  if (run.recorded >= record)
    return new Failure(
      'limit',
      `Expected at most ${record} bytes of history before everything waits, but ${element.id} would add to them; look for a loop and keep large data as documents, then resolve the incident to go on`,
    )
  if (run.effort.isSpent) return new Failure('limit', `${OVERSPENT}, before ${element.id} is entered`)
  if (!isNew || run.draft.live() < tokens) return undefined
  return new Failure(
    'limit',
    `Expected at most ${tokens} elements at work in one instance, but ${element.id} would be one more`,
  )
}

/** Why so many more timers and subscriptions may not be opened. */
export function tooManyWaits({ run, element }: Visit, more: number): Failure | undefined {
  const { waits } = run.ctx.limits
  if (more === 0 || run.draft.waiting() + more <= waits) return undefined
  return new Failure(
    'limit',
    `Expected at most ${waits} open tasks, jobs, timers and subscriptions in one instance, but ${element.id} would open ${more} more`,
  )
}

/** Why no further message or signal may be sent in this command. */
export function tooMuchSent({ run, element }: Visit): Failure | undefined {
  const most = run.ctx.limits.messages
  if (run.published < most) return undefined
  return new Failure(
    'limit',
    `Expected at most ${most} messages and signals before everything waits, but ${element.id} would send one more; look for a loop, then resolve the incident to go on`,
  )
}

/** Why a signal may not be caught in so many places of this instance at once. */
export function crowded(run: Run, name: string, places: number, variables: JsonObject): Failure | undefined {
  const { steps, variables: most } = run.ctx.limits
  if (run.steps + places > steps)
    return new Failure(
      'limit',
      `Expected at most ${steps} steps before everything waits, but ${places} places wait for the signal "${name}"; look for a loop, then resolve the incident to go on`,
    )
  const bytes = run.draft.bytes() + places * bytesOf(variables)
  if (places === 0 || bytes <= most) return undefined
  return new Failure(
    'limit',
    `Expected at most ${most} bytes of variables in the instance, but the signal "${name}" brings them to ${bytes}; keep large data as documents`,
  )
}

/** The instance is as full as one may be, and an incident says so: what could happen for ever has no more effect. */
export function isFull({ ctx: { limits }, draft }: Run): boolean {
  if (limits.record > 0 && draft.live() < limits.tokens) return false
  return Object.values(draft.incidents).some(({ cause }) => cause === 'limit')
}
