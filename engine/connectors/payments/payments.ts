/**
 * Paying a fee, from the task in the procedure to the receipt: the payee side of Mojaloop FSPIOP 1.1.
 *
 * A task opens one charge and asks the payer through the switch (POST /transactionRequests). The payer's bank answers
 * with POST /quotes and POST /transfers; we promise, and the switch says COMMITTED. Every state is durable before the
 * message that follows from it leaves, and messages are repeated, the same to the byte, until they are taken: so a crash
 * anywhere repeats a message and never a charge. See charge.ts for the life of a charge, schedule.ts for what is due.
 *
 * Giving the money back is the other direction, with the agency as payer: POST /quotes, POST /transfers; see refund.ts.
 */
import type { ChargeStore } from '../../core/charge.ts'
import type { Clock, Ids } from '../../core/clock.ts'
import type { Connector, JobOutcome } from '../../core/connector.ts'
import { pass, type Failpoint } from '../../core/failpoint.ts'
import type { JobKey } from '../../core/job.ts'
import type { RefundStore } from '../../core/refund.ts'
import { chargeBook } from './charge-book.ts'
import { account, type PaymentConfig } from './config.ts'
import type { PaymentContext, PaymentLogLine } from './context.ts'
import type { SwitchRequest, SwitchResponse } from './inbound/exchange.ts'
import { receive } from './inbound/reception.ts'
import { paymentTask } from './payment-task.ts'
import { sweeper } from './pursuit/sweeper.ts'
import { refundBook } from './refunds/refund-book.ts'
import { refundTask } from './refunds/refund-task.ts'
import { teller } from './teller.ts'
import { switchClient } from './wire/switch-client.ts'

export interface PaymentDeps {
  readonly charges: ChargeStore
  readonly refunds: RefundStore
  readonly clock: Clock
  readonly ids: Ids
  /** Tells the engine how a waiting job ended; told again until the job is closed. */
  readonly completeJob: (job: JobKey, outcome: JobOutcome) => Promise<void>
  /** False once the job is gone (case cancelled, time over): later attempts to pay are then refused. */
  readonly stillWanted?: (job: JobKey) => Promise<boolean>
  readonly log?: (line: PaymentLogLine) => void
  readonly failpoint?: Failpoint
}

export interface Payments {
  readonly connector: Connector
  /** Gives a charge's money back. */
  readonly refunds: Connector
  /** A message of the switch, mounted by the HTTP face. Durable when it resolves. */
  receive(request: SwitchRequest): Promise<SwitchResponse>
  /** Starts what is due at `now`: resend, ask, and tell tasks whose charge was paid before a crash. Waits for no switch. */
  sweep(now: number): Promise<void>
  /** Resolves when nothing that was started is under way any more: for an orderly stop. */
  settled(): Promise<void>
}

export function payments(config: PaymentConfig, deps: PaymentDeps): Payments {
  const settings = account(config)
  const running = new Set<Promise<void>>()
  const log = deps.log ?? (() => undefined)
  const ctx: PaymentContext = {
    account: settings,
    book: chargeBook(deps.charges),
    refunds: refundBook(deps.refunds),
    clock: deps.clock,
    ids: deps.ids,
    client: switchClient(settings, deps.clock),
    teller: teller(deps.completeJob),
    conclude: deps.completeJob,
    stillWanted: deps.stillWanted ?? (() => Promise.resolve(true)),
    log,
    failpoint: deps.failpoint ?? pass,
    later(work) {
      const mine: Promise<void> = work()
        .catch((error: unknown) => log({ code: 'payment.later', detail: String(error) }))
        .finally(() => running.delete(mine))
      running.add(mine)
    },
  }
  return {
    connector: paymentTask(ctx),
    refunds: refundTask(ctx),
    receive: (request) => receive(ctx, request),
    sweep: sweeper(ctx),
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}
