/**
 * What is due for a charge, by its state: send again, ask how it ended, or admit that we do not know. A table and
 * nothing else; pursuit.ts carries it out.
 *
 * Before its end a charge is only sent again where the switch has not acknowledged us. After its end plus grace we ask;
 * questions that stay unanswered lead to `unknown`, and there we keep asking, ever more slowly, until somebody knows. A
 * charge is never sent under a second id, and our own clock alone never calls it unpaid.
 */
import type { Charge, ChargeState } from '../../../core/charge.ts'
import { isPromised, needsReconciling } from '../charge-book.ts'
import type { Timing } from '../config.ts'

export type Step =
  /** POST /transactionRequests, same id, same bytes. */
  | 'request'
  /** PUT /quotes/{id} again. */
  | 'quote'
  /** PUT /transfers/{id} again, and ask GET /transfers/{id}. */
  | 'transfer'
  /** GET /transactionRequests/{id}. */
  | 'ask'
  /** Nobody answers: the charge becomes unknown. */
  | 'doubt'
  | 'none'

type Rule = (charge: Charge, now: number, timing: Timing) => Step

const untilEnd =
  (before: (charge: Charge) => Step): Rule =>
  (charge, now, timing) => {
    if (now < endOf(charge, timing)) return before(charge)
    return charge.attempts >= timing.query.length ? 'doubt' : 'ask'
  }

/** Acknowledged, then sent back by a passing fault of the switch (the reason): the same request goes out again. */
const sentBack = (charge: Charge): Step =>
  charge.reason === undefined || needsReconciling(charge) ? 'none' : 'request'

const STEPS: Readonly<Record<ChargeState, Rule>> = {
  created: (charge, now, timing) =>
    charge.attempts >= timing.resends ? 'doubt' : untilEnd(() => 'request')(charge, now, timing),
  requested: untilEnd(sentBack),
  accepted: untilEnd(sentBack),
  quoted: untilEnd(() => 'quote'),
  aborted: untilEnd(sentBack),
  reserved: (charge, _now, timing) => (charge.attempts > timing.query.length ? 'doubt' : 'transfer'),
  unknown: (charge) => (isPromised(charge) ? 'transfer' : 'ask'),
  committed: () => 'none',
  rejected: () => 'none',
  expired: () => 'none',
}

export const dueStep = (charge: Charge, now: number, timing: Timing): Step => STEPS[charge.state](charge, now, timing)

/** When the end of a charge is asked for. */
export const endOf = (charge: Charge, timing: Timing): number => charge.expires + timing.grace

export const resendAt = (charge: Charge, now: number, timing: Timing, fraction: number): number =>
  now + spread(pick(timing.resend, charge.attempts), fraction)

/** @param fraction 0 to 1, spreads the sends of many by a tenth each way. */
export const spread = (pause: number, fraction: number): number => Math.round(pause * (0.9 + 0.2 * fraction))

export function askAgainAt(charge: Charge, now: number, timing: Timing): number {
  if (charge.state !== 'unknown') return now + pick(timing.query, charge.attempts)
  return now + Math.min(timing.slowest, timing.slow * 2 ** Math.min(charge.attempts, 20))
}

const pick = (delays: readonly number[], attempt: number): number => delays[Math.min(attempt, delays.length - 1)] ?? 0
