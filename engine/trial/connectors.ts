/** The outside world of a trial: registers, payer, printer and telephone, as the scenario says, without a network. */
import type { Connector, ConnectorJob, JobOutcome } from '../core/connector.ts'
import type { JsonObject, JsonValue } from '../core/json.ts'
import { isZero, money, type Money } from '../core/money.ts'
import { isProblem } from '../core/problem.ts'
import { contains } from './contains.ts'
import type { BusReply, Given, PaymentAnswer } from './scenario.ts'

/** What happened outside, for the verdict. */
export interface World {
  readonly connectors: readonly Connector[]
  readonly calls: Map<string, number>
  readonly charges: Charged[]
  readonly documents: { readonly template: string; readonly serial: string; readonly data: JsonValue }[]
  readonly revoked: string[]
  readonly notices: string[]
}

export interface Charged {
  readonly key: string
  readonly money: Money
  answer: PaymentAnswer
}

export function world(given: Given, now: () => number): World {
  const calls = new Map<string, number>()
  const charges: Charged[] = []
  const documents: World['documents'] = []
  const revoked: string[] = []
  const notices: string[] = []
  const connectors: Connector[] = [
    { type: 'masar:databus', run: bus(given.bus ?? [], calls, now) },
    { type: 'masar:payment', run: payer(given.payments ?? ['approve'], charges, now) },
    { type: 'masar:document', run: printer(documents, revoked, now) },
    { type: 'masar:notify', run: telephone(notices) },
  ]
  return { connectors, calls, charges, documents, revoked, notices }
}

type Run = Connector['run']

function bus(replies: readonly BusReply[], calls: Map<string, number>, now: () => number): Run {
  const used = new Map<BusReply, number>()
  return async ({ variables, key }) => {
    const service = String(variables['service'])
    calls.set(service, (calls.get(service) ?? 0) + 1)
    const found = replies.find(
      (one) =>
        one.service === service &&
        (used.get(one) ?? 0) < (one.times ?? Infinity) &&
        contains(variables, one.when ?? {}),
    )
    if (found === undefined)
      return {
        kind: 'incident',
        reason: `Expected the test to say what ${service} answers to ${JSON.stringify(variables)}; add it to "given.bus"`,
      }
    used.set(found, (used.get(found) ?? 0) + 1)
    return busOutcome(found, service, key, now())
  }
}

function busOutcome(found: BusReply, service: string, key: string, at: number): JobOutcome {
  if (found.fault === undefined)
    return {
      kind: 'completed',
      variables: {
        reply: {
          status: 200,
          body: found.reply ?? null,
          evidence: { messageId: key, requestId: key, requestHash: 'trial', at: new Date(at).toISOString(), service },
        },
      },
    }
  switch (found.fault) {
    case 'unavailable':
      return { kind: 'failed', reason: `${service} could not be reached`, code: 'BUS_UNAVAILABLE' }
    case 'notFound':
      return { kind: 'error', code: 'NOT_FOUND', message: `${service} has no such entry` }
    case 'refused':
      return { kind: 'error', code: 'BUS_REFUSED', message: `${service} refused the request` }
    case 'ambiguous':
      return { kind: 'incident', reason: `${service} may have acted, but did not answer` }
  }
}

function payer(answers: readonly PaymentAnswer[], charges: Charged[], now: () => number): Run {
  return async ({ key, variables, reference }) => {
    const asked = money(variables['amount'], variables['currency'])
    if (isProblem(asked)) return { kind: 'incident', reason: asked.detail }
    if (isZero(asked)) return paid(asked, reference, now())
    let charge = charges.find((one) => one.key === key)
    if (charge === undefined) {
      charge = { key, money: asked, answer: answers[Math.min(charges.length, answers.length - 1)] ?? 'approve' }
      charges.push(charge)
    }
    switch (charge.answer) {
      case 'approve':
        return paid(asked, reference, now())
      case 'reject':
        return { kind: 'error', code: 'PAYMENT_REJECTED', message: 'The payer rejected the request' }
      case 'expire':
        return { kind: 'error', code: 'PAYMENT_EXPIRED', message: 'The payer did not answer in time' }
      case 'wait':
        return { kind: 'waiting', check: now() + 60_000 }
    }
  }
}

const paid = (asked: Money, reference: string, at: number): JobOutcome => ({
  kind: 'completed',
  variables: {
    receipt: {
      receiptNo: `R-${reference}`,
      amount: asked.amount,
      currency: asked.currency,
      paidAt: new Date(at).toISOString(),
      transferId: `T-${reference}`,
      billNo: reference,
    },
  },
})

function printer(documents: World['documents'], revoked: string[], now: () => number): Run {
  return async (job) => {
    if (job.headers['operation'] === 'revoke') {
      revoked.push(String(job.variables['serial']))
      return { kind: 'completed', variables: {} }
    }
    const template = String(job.headers['template'] ?? job.variables['template'])
    const serial = String(job.variables['serial'] ?? `S-${documents.length + 1}`)
    documents.push({ template, serial, data: job.variables['data'] ?? null })
    return { kind: 'completed', variables: { document: issued(job, template, serial, now()) } }
  }
}

const issued = (job: ConnectorJob, template: string, serial: string, at: number): JsonObject => ({
  digest: '0'.repeat(64),
  name: `${template}.pdf`,
  size: 1,
  mediaType: 'application/pdf',
  serial,
  issuedAt: new Date(at).toISOString(),
  validUntil: job.variables['validUntil'] ?? null,
  url: `documents/${'0'.repeat(64)}`,
})

function telephone(notices: string[]): Run {
  return async ({ variables, headers }) => {
    notices.push(JSON.stringify({ ...headers, ...variables }))
    return { kind: 'completed', variables: { notice: { sent: ['trial'] } } }
  }
}
