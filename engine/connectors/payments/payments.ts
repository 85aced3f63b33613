/**
 * Paying a fee, from the task in the procedure to the receipt: the payee side of Mojaloop FSPIOP 1.1.
 *
 * A task opens one charge and asks the payer through the switch (POST /transactionRequests). The payer's bank answers
 * with POST /quotes and POST /transfers; we promise, and the switch says COMMITTED. Every state is durable before the
 * message that follows from it leaves, and messages are repeated, the same to the byte, until they are taken: so a crash
 * anywhere repeats a message and never a charge. See charge.ts for the life of a charge, schedule.ts for what is due.
 */
import type { Charge, ChargeStore } from '../../core/charge.ts'
import type { Clock, Ids } from '../../core/clock.ts'
import type { Connector, JobOutcome } from '../../core/connector.ts'
import type { JobKey } from '../../core/job.ts'
import { chargeBook } from './charge-book.ts'
import { account, type PaymentConfig } from './config.ts'
import type { PaymentContext, PaymentFailpoint, PaymentLogLine } from './context.ts'
import type { SwitchRequest, SwitchResponse } from './inbound/exchange.ts'
import { receive } from './inbound/reception.ts'
import { paymentTask } from './payment-task.ts'
import { pursue } from './pursuit.ts'
import { teller } from './teller.ts'
import { switchClient } from './wire/switch-client.ts'

export interface PaymentDeps {
  readonly charges: ChargeStore
  readonly clock: Clock
  readonly ids: Ids
  /** Tells the engine how a waiting job ended; told again until the job is closed. */
  readonly completeJob: (job: JobKey, outcome: JobOutcome) => Promise<void>
  /** False once the job is gone (case cancelled, time over): later attempts to pay are then refused. */
  readonly stillWanted?: (job: JobKey) => Promise<boolean>
  readonly log?: (line: PaymentLogLine) => void
  readonly failpoint?: (name: PaymentFailpoint) => Promise<void> | void
}

export interface Payments {
  readonly connector: Connector
  /** A message of the switch, mounted by the HTTP face. Durable when it resolves. */
  receive(request: SwitchRequest): Promise<SwitchResponse>
  /** Everything that is due at `now`: resend, ask, and tell tasks whose charge was paid before a crash. */
  sweep(now: number): Promise<void>
  /** Resolves when no answer is on its way any more: for an orderly stop. */
  settled(): Promise<void>
}

const BATCH = 100
const AT_ONCE = 8

export function payments(config: PaymentConfig, deps: PaymentDeps): Payments {
  const settings = account(config)
  const running = new Set<Promise<void>>()
  const pursued = new Set<string>()
  const log = deps.log ?? (() => undefined)
  const ctx: PaymentContext = {
    account: settings,
    book: chargeBook(deps.charges),
    clock: deps.clock,
    ids: deps.ids,
    client: switchClient(settings, deps.clock),
    teller: teller(deps.completeJob),
    stillWanted: deps.stillWanted ?? (() => Promise.resolve(true)),
    log,
    failpoint: deps.failpoint ?? (() => undefined),
    later(work) {
      const mine: Promise<void> = work()
        .catch((error: unknown) => log({ code: 'payment.later', detail: String(error) }))
        .finally(() => running.delete(mine))
      running.add(mine)
    },
  }
  return {
    connector: paymentTask(ctx),
    receive: (request) => receive(ctx, request),
    sweep: (now) => sweep(ctx, now, pursued),
    async settled() {
      while (running.size > 0) await Promise.all(running)
    },
  }
}

/** @param pursued charges another sweep still works on: a slow switch is not asked twice at once. */
async function sweep(ctx: PaymentContext, now: number, pursued: Set<string>): Promise<void> {
  const store = ctx.book.store
  await each(await store.due(now, BATCH), async (charge) => ctx.teller.tell(await pursue(ctx, charge)))
  await each(await store.uncompleted(BATCH), (charge) => ctx.teller.tellAgain(charge))

  async function each(charges: readonly Charge[], work: (charge: Charge) => Promise<void>): Promise<void> {
    const free = charges.filter((charge) => !pursued.has(charge.id))
    for (let at = 0; at < free.length; at += AT_ONCE)
      await Promise.all(free.slice(at, at + AT_ONCE).map((charge) => alone(charge, work)))
  }

  /** One charge in trouble never keeps the others waiting. */
  async function alone(charge: Charge, work: (charge: Charge) => Promise<void>): Promise<void> {
    if (pursued.has(charge.id)) return
    pursued.add(charge.id)
    try {
      await work(charge)
    } catch (error) {
      ctx.log({ code: 'payment.sweep', charge: charge.id, detail: String(error) })
    } finally {
      pursued.delete(charge.id)
    }
  }
}
