/** Messages as the switch would write and sign them, handed to Masar one by one, in any order; Masar's own go into a drawer. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { SwitchRequest, SwitchResponse } from '../../engine/connectors/payments/inbound/exchange.ts'
import { payments, type PaymentDeps, type Payments } from '../../engine/connectors/payments/payments.ts'
import type { Charge } from '../../engine/core/charge.ts'
import type { JobOutcome } from '../../engine/core/connector.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { canonical, sealHeader } from '../../engine/sandbox/payments/canonical.ts'
import { systemIds } from '../../engine/system.ts'
import { shelf, type Shelf } from './charge-shelf.ts'
import { refundShelf } from './refund-shelf.ts'
import { aJob, ILP_SECRET, MASAR_KEYS, OTHER_BANK_KEYS, SWITCH_KEYS } from './street.ts'

export const NOW = Date.parse('2026-11-23T09:00:00.000Z')

export interface Sent {
  readonly method: string
  readonly path: string
  readonly body: JsonObject
}

export interface Drawer {
  readonly url: string
  readonly sent: Sent[]
  close(): Promise<void>
}

/** A switch that only says "taken". */
export async function drawer(): Promise<Drawer> {
  const sent: Sent[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      sent.push({
        method: request.method ?? '',
        path: request.url ?? '',
        body: text === '' ? {} : (JSON.parse(text) as JsonObject),
      })
      response.writeHead(request.method === 'PUT' ? 200 : 202).end()
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export interface Office {
  readonly payments: Payments
  readonly charges: Shelf
  readonly told: JobOutcome[]
  readonly clock: { at: number; now(): number }
  charge(): Promise<Charge>
  give(message: SwitchRequest): Promise<SwitchResponse>
}

/** A fresh Masar with one charge of 25 shekels asked for. */
export async function office(url: string, deps: Partial<PaymentDeps> = {}, charges: Shelf = shelf()): Promise<Office> {
  const told: JobOutcome[] = []
  const clock = {
    at: NOW,
    now() {
      return this.at
    },
  }
  const service = payments(
    {
      fspId: 'masar',
      switchId: 'the-switch',
      baseUrl: url,
      privateKey: MASAR_KEYS.privateKey,
      keys: { 'the-switch': SWITCH_KEYS.publicKey, 'other-bank': OTHER_BANK_KEYS.publicKey },
      ilpSecret: ILP_SECRET,
    },
    {
      charges,
      refunds: refundShelf(),
      clock,
      ids: systemIds,
      completeJob: (job, outcome) => {
        told.push(outcome)
        charges.closed.add(job)
        return Promise.resolve()
      },
      ...deps,
    },
  )
  await service.connector.run(aJob(), new AbortController().signal)
  return {
    payments: service,
    charges,
    told,
    clock,
    async charge() {
      const charge = await charges.ofJob(aJob().key)
      if (charge === undefined) throw new Error('Expected a charge')
      return charge
    },
    give: (message) => service.receive(message),
  }
}

export interface Letter {
  readonly method: string
  readonly path: string
  readonly body: JsonObject
  readonly source?: string
  readonly key?: string
  readonly at?: number
}

export function letter({ method, path, body, source = 'the-switch', key, at = NOW }: Letter): SwitchRequest {
  const text = canonical(body)
  const date = new Date(at).toUTCString()
  const destination = 'masar'
  return {
    method,
    path,
    headers: {
      'content-type': `application/vnd.interoperability.${path.split('/')[1] ?? ''}+json;version=1.1`,
      date,
      'fspiop-source': source,
      'fspiop-destination': destination,
      'fspiop-uri': path,
      'fspiop-http-method': method,
      'fspiop-signature': sealHeader(
        { method, uri: path, source, destination, date },
        text,
        key ?? SWITCH_KEYS.privateKey,
      ),
    },
    body: Buffer.from(text),
  }
}

const QUOTE = '1b0b6a0e-6f0a-4f7e-9d53-0d5e3c3a0001'
const TRANSACTION = '1b0b6a0e-6f0a-4f7e-9d53-0d5e3c3a0002'
export const TRANSFER = '1b0b6a0e-6f0a-4f7e-9d53-0d5e3c3a0003'
export const OTHER_TRANSFER = '1b0b6a0e-6f0a-4f7e-9d53-0d5e3c3a0004'
const AMOUNT = { currency: 'ILS', amount: '25' }

export const quoteBody = (charge: Charge, more: JsonObject = {}): JsonObject => ({
  quoteId: QUOTE,
  transactionId: TRANSACTION,
  transactionRequestId: charge.id,
  payee: { partyIdInfo: { partyIdType: 'BUSINESS', partyIdentifier: 'moj', fspId: 'masar' } },
  payer: { partyIdInfo: { partyIdType: 'MSISDN', partyIdentifier: '970591234567', fspId: 'the-switch' } },
  amountType: 'RECEIVE',
  amount: AMOUNT,
  transactionType: { scenario: 'PAYMENT', initiator: 'PAYEE', initiatorType: 'BUSINESS' },
  note: 'رسم شهادة',
  ...more,
})

export const transferBody = (quote: JsonObject, more: JsonObject = {}): JsonObject => ({
  transferId: TRANSFER,
  payeeFsp: 'masar',
  payerFsp: 'the-switch',
  amount: AMOUNT,
  ilpPacket: quote['ilpPacket'] ?? '',
  condition: quote['condition'] ?? '',
  expiration: new Date(NOW + 60_000).toISOString(),
  ...more,
})

/** The answer to the quote; the same for every office, since it follows from charge, ids, clock and secret. */
export async function quoteAnswer(box: Drawer): Promise<{ charge: Charge; quote: JsonObject }> {
  const one = await office(box.url)
  const charge = await one.charge()
  await one.give(letter({ method: 'POST', path: '/quotes', body: quoteBody(charge) }))
  await one.payments.settled()
  const answer = box.sent.find((sent) => sent.path === `/quotes/${QUOTE}`)
  if (answer === undefined) throw new Error('Expected an answer to the quote')
  return { charge, quote: answer.body }
}

/** Every genuine message of one payment. */
export function genuine(charge: Charge, quote: JsonObject, at = NOW) {
  const put = (state: string) =>
    letter({ method: 'PUT', path: `/transactionRequests/${charge.id}`, body: { transactionRequestState: state }, at })
  const end = (method: string, state: string) =>
    letter({
      method,
      path: `/transfers/${TRANSFER}`,
      body: { transferState: state, completedTimestamp: new Date(NOW).toISOString() },
      at,
    })
  return {
    received: put('RECEIVED'),
    accepted: put('ACCEPTED'),
    rejected: put('REJECTED'),
    quote: letter({ method: 'POST', path: '/quotes', body: quoteBody(charge), at }),
    transfer: letter({ method: 'POST', path: '/transfers', body: transferBody(quote), at }),
    committed: end('PATCH', 'COMMITTED'),
    committedByQuery: end('PUT', 'COMMITTED'),
    aborted: end('PATCH', 'ABORTED'),
  }
}
