/** What every part of the payment connector works with; put together once, in payments.ts. */
import type { Charge } from '../../core/charge.ts'
import type { Clock, Ids } from '../../core/clock.ts'
import type { JobOutcome } from '../../core/connector.ts'
import type { Failpoint } from '../../core/failpoint.ts'
import type { JobKey } from '../../core/job.ts'
import type { ChargeBook } from './charge-book.ts'
import type { Account } from './config.ts'
import type { RefundBook } from './refunds/refund-book.ts'
import type { SwitchClient } from './wire/switch-client.ts'

export interface PaymentContext {
  readonly account: Account
  readonly book: ChargeBook
  readonly refunds: RefundBook
  readonly clock: Clock
  readonly ids: Ids
  readonly client: SwitchClient
  readonly teller: Teller
  /** Tells the engine how a waiting job ended. */
  readonly conclude: (job: JobKey, outcome: JobOutcome) => Promise<void>
  /** False once the case no longer waits for this payment: then nobody may pay it any more. */
  readonly stillWanted: (job: JobKey) => Promise<boolean>
  readonly log: (line: PaymentLogLine) => void
  readonly failpoint: Failpoint
  /** Work that follows an answer already given; a failure is logged, the sweep repeats what matters. */
  readonly later: (work: () => Promise<void>) => void
}

/** Tells the task how its charge ended; teller.ts. */
export interface Teller {
  /** Nothing happens for a charge that is still open. Rejects where the engine could not take it. */
  tell(charge: Charge): Promise<void>
  /** For a paid charge whose job the store still shows open. */
  tellAgain(charge: Charge): Promise<void>
}

/** For the operator: what happened to which charge; no personal data. */
export interface PaymentLogLine {
  readonly code: string
  readonly charge?: string
  readonly detail: string
}
