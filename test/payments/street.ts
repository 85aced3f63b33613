/** Masar's payments and the switch's double, met over real sockets, with a clock that can be moved forward. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { payments, type PaymentDeps, type Payments } from '../../engine/connectors/payments/payments.ts'
import type { Timing } from '../../engine/connectors/payments/config.ts'
import type { PaymentLogLine } from '../../engine/connectors/payments/context.ts'
import type { Charge } from '../../engine/core/charge.ts'
import type { ConnectorJob, JobOutcome } from '../../engine/core/connector.ts'
import { agencyId, globalId, instanceId, localId, programKey, type Reference } from '../../engine/core/ids.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { startSwitchDouble, type SwitchDouble, type SwitchDoubleOptions } from '../../engine/sandbox/payments/double.ts'
import { keyPair } from '../../engine/sandbox/payments/keys.ts'
import { systemIds } from '../../engine/system.ts'
import { shelf, type Shelf } from './charge-shelf.ts'
import { refundShelf } from './refund-shelf.ts'

export const MASAR_KEYS = keyPair()
export const SWITCH_KEYS = keyPair()
export const OTHER_BANK_KEYS = keyPair()
export const ILP_SECRET = 'a secret only for tests, long enough'

export interface Street {
  readonly payments: Payments
  readonly charges: Shelf
  readonly double: SwitchDouble
  /** What the engine was told, per call. */
  readonly told: { job: string; outcome: JobOutcome }[]
  readonly log: PaymentLogLine[]
  readonly masarUrl: string
  now(): number
  advance(milliseconds: number): void
  run(job?: ConnectorJob): Promise<JobOutcome>
  refund(job: ConnectorJob): Promise<JobOutcome>
  charge(job?: ConnectorJob): Promise<Charge>
  /** Lets messages flow both ways until nothing is due. */
  calm(): Promise<void>
  /** Masar is away: its door answers nothing. */
  door(open: boolean): void
}

export interface StreetOptions {
  readonly timing?: Partial<Timing>
  readonly double?: Partial<SwitchDoubleOptions>
  readonly deps?: Partial<PaymentDeps>
}

export async function withStreet(options: StreetOptions, story: (street: Street) => Promise<void>): Promise<void> {
  let offset = 0
  let isOpen = true
  const clock = { now: () => Date.now() + offset }
  const charges = shelf()
  const told: Street['told'] = []
  const log: PaymentLogLine[] = []
  const double = await startSwitchDouble({
    privateKey: SWITCH_KEYS.privateKey,
    masar: { fspId: 'masar', publicKey: MASAR_KEYS.publicKey },
    clock,
    timing: { retryFirst: 20, retryMost: 100, answer: 200 },
    ...options.double,
  })
  const service = payments(
    {
      fspId: 'masar',
      switchId: double.fspId,
      baseUrl: double.url,
      privateKey: MASAR_KEYS.privateKey,
      keys: { [double.fspId]: SWITCH_KEYS.publicKey, 'other-bank': OTHER_BANK_KEYS.publicKey },
      ilpSecret: ILP_SECRET,
      payees: {
        moj: { name: 'وزارة العدل · Ministry of Justice' },
        police: { name: 'الشرطة · Police', id: 'police-fines' },
      },
      timing: { answer: 2000, resend: [50], ...options.timing },
    },
    {
      charges,
      refunds: refundShelf(),
      clock,
      ids: systemIds,
      completeJob: (job, outcome) => {
        told.push({ job, outcome })
        charges.closed.add(job)
        return Promise.resolve()
      },
      log: (line) => void log.push(line),
      ...options.deps,
    },
  )
  const server = createServer((request, response) => {
    if (!isOpen) return void request.socket.destroy()
    void bodyOf(request)
      .then((body) =>
        service.receive({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body }),
      )
      .then((answer) => response.writeHead(answer.status, answer.headers).end(answer.body))
      .catch(() => response.writeHead(500).end())
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const masarUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  double.masarAt(masarUrl)
  const street: Street = {
    payments: service,
    charges,
    double,
    told,
    log,
    masarUrl,
    now: clock.now,
    advance: (milliseconds) => void (offset += milliseconds),
    run: (job = aJob()) => service.connector.run(job, new AbortController().signal),
    refund: (job) => service.refunds.run(job, new AbortController().signal),
    async charge(job = aJob()) {
      const charge = await charges.ofJob(job.key)
      if (charge === undefined) throw new Error('Expected a charge of this job')
      return charge
    },
    async calm() {
      for (let round = 0; round < 6; round++) {
        await service.settled()
        await double.quiet()
      }
    },
    door: (open) => void (isOpen = open),
  }
  try {
    await story(street)
  } finally {
    await double.close()
    await service.settled()
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

export function aJob(variables: JsonObject = {}, local = '7'): ConnectorJob {
  const instance = made(instanceId('01JDA0000000000000000000AB'))
  return {
    key: globalId(instance, made(localId(local))),
    instance,
    agency: made(agencyId('moj')),
    reference: '2026-7K3F-9QXM-4' as Reference,
    program: programKey('moj.non-conviction', '1.0.0', 'main'),
    element: 'pay',
    headers: {},
    variables: {
      amount: '25',
      currency: 'ILS',
      payer: { type: 'MSISDN', id: '970591234567' },
      note: 'رسم شهادة عدم محكومية',
      ...variables,
    },
    attempt: 1,
    retries: 3,
  }
}

function made<T>(value: T): Exclude<T, { readonly kind: string }> {
  if (isProblem(value)) throw new Error(value.detail)
  return value as Exclude<T, { readonly kind: string }>
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

export const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  const end = Date.now() + 8000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('Expected this to come true within 8 s')
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
