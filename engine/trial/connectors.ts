/** The outside world of a trial: registers, payer, printer and telephone, as the scenario says, without a network. */
import { bilingual } from '../core/bilingual.ts'
import { isText, type Text } from '../core/text.ts'
import type { Connector, ConnectorJob, JobOutcome } from '../core/connector.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts'
import { isZero, money, type Money } from '../core/money.ts'
import { noticeText, type RenderText } from '../core/notice-text.ts'
import { isProblem } from '../core/problem.ts'
import { contains } from './contains.ts'
import { unansweredReason } from './unanswered.ts'
import type { TriedCall } from './moment.ts'
import type { BusReply, Given, PaymentAnswer, RefundAnswer, Unprintable } from '../core/trial/scenario.ts'

/** What happened outside, for the verdict. */
export interface World {
  readonly connectors: readonly Connector[]
  readonly calls: Map<string, number>
  /** Each of them, in its order. */
  readonly asked: TriedCall[]
  readonly charges: Charged[]
  /** By the transfer that paid. */
  readonly refunds: Map<string, Money>
  readonly documents: {
    readonly template: string
    readonly title?: Text
    readonly serial: string
    readonly data: JsonValue
  }[]
  readonly revoked: string[]
  readonly notices: string[]
}

export interface Charged {
  readonly key: string
  readonly money: Money
  readonly transferId: string
  answer: PaymentAnswer
}

/** @param render fills templates of notices */
export function world(given: Given, now: () => number, render?: RenderText): World {
  const calls = new Map<string, number>()
  const asked: TriedCall[] = []
  const charges: Charged[] = []
  const refunds: World['refunds'] = new Map()
  const documents: World['documents'] = []
  const revoked: string[] = []
  const notices: string[] = []
  const connectors: Connector[] = [
    { type: 'masar:databus', run: bus(given.bus ?? [], calls, asked, now) },
    { type: 'masar:payment', run: payer(given.payments ?? ['approve'], charges, now) },
    { type: 'masar:refund', run: payback(given.refunds ?? ['approve'], charges, refunds, now) },
    { type: 'masar:document', run: printer(given.unprintable ?? [], documents, revoked, now) },
    { type: 'masar:notify', run: telephone(notices, render) },
  ]
  return { connectors, calls, asked, charges, refunds, documents, revoked, notices }
}

type Run = Connector['run']

/** Answers as the world does, without anything being counted: what a form would be offered. */
export const onlooker = (given: Given, now: () => number): Connector => ({
  type: 'masar:databus',
  run: bus(given.bus ?? [], new Map(), [], now),
})

function bus(replies: readonly BusReply[], calls: Map<string, number>, asked: TriedCall[], now: () => number): Run {
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
    asked.push({ service, input: variables, answered: found && (found.fault ?? 'reply') })
    if (found === undefined)
      return {
        kind: 'incident',
        reason: unansweredReason(service, variables),
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
    if (isZero(asked)) return paid(asked, reference, null, now())
    let charge = charges.find((one) => one.key === key)
    if (charge === undefined) {
      const transferId = `T-${reference}${charges.length === 0 ? '' : `-${charges.length + 1}`}`
      const answer = answers[Math.min(charges.length, answers.length - 1)] ?? 'approve'
      charge = { key, money: asked, transferId, answer }
      charges.push(charge)
    }
    switch (charge.answer) {
      case 'approve':
        return paid(asked, reference, charge.transferId, now())
      case 'reject':
        return { kind: 'error', code: 'PAYMENT_REJECTED', message: 'The payer rejected the request' }
      case 'expire':
        return { kind: 'error', code: 'PAYMENT_EXPIRED', message: 'The payer did not answer in time' }
      case 'wait':
        return { kind: 'waiting', check: now() + 60_000 }
    }
  }
}

const paid = (asked: Money, reference: string, transferId: string | null, at: number): JobOutcome => ({
  kind: 'completed',
  variables: {
    receipt: {
      receiptNo: `R-${reference}`,
      amount: asked.amount,
      currency: asked.currency,
      paidAt: new Date(at).toISOString(),
      transferId,
      billNo: reference,
    },
  },
})

/** The bank of the citizen takes the money of a payment back once, however often it is asked. */
function payback(
  answers: readonly RefundAnswer[],
  charges: readonly Charged[],
  refunds: World['refunds'],
  now: () => number,
): Run {
  let asked = 0
  return async ({ variables: { receipt, transferId: named = null }, reference }) => {
    const given = named ?? (isJsonObject(receipt) ? receipt['transferId'] : undefined)
    if (given === null) return { kind: 'completed', variables: { refund: null } }
    const charge = charges.find((one) => one.transferId === given && one.answer === 'approve')
    if (charge === undefined)
      return { kind: 'incident', reason: `Expected a payment ${String(given)} in this test, but there is none` }
    const { money, transferId } = charge
    const answer = answers[Math.min(asked++, answers.length - 1)] ?? 'approve'
    if (!refunds.has(transferId) && answer === 'reject')
      return { kind: 'error', code: 'REFUND_REJECTED', message: 'The bank of the citizen does not take it' }
    refunds.set(transferId, money)
    return { kind: 'completed', variables: { refund: proof(money, reference, transferId, now()) } }
  }
}

const proof = ({ amount, currency }: Money, reference: string, transferId: string, at: number): JsonObject => ({
  refundNo: `R-${transferId}`,
  amount,
  currency,
  refundedAt: new Date(at).toISOString(),
  transferId: `B-${transferId}`,
  billNo: reference,
})

function printer(
  unprintable: readonly Unprintable[],
  documents: World['documents'],
  revoked: string[],
  now: () => number,
): Run {
  const jams = new Map<Unprintable, number>()
  return async (job) => {
    if (job.headers['operation'] === 'revoke') {
      revoked.push(String(job.variables['serial']))
      return { kind: 'completed', variables: {} }
    }
    const template = String(job.headers['template'] ?? job.variables['template'])
    const jam = unprintable.find((one) => one.template === template && (jams.get(one) ?? 0) < (one.times ?? Infinity))
    if (jam !== undefined) {
      jams.set(jam, (jams.get(jam) ?? 0) + 1)
      return { kind: 'failed', reason: `${template} could not be printed`, code: 'DOCUMENT_FAILED' }
    }
    const serial = String(job.variables['serial'] ?? `S-${documents.length + 1}`)
    const title = titleOf(job.variables)
    documents.push({ template, ...(title && { title }), serial, data: job.variables['data'] ?? null })
    return { kind: 'completed', variables: { document: issued(job, template, serial, now()) } }
  }
}

/** What people call the paper: its title, or else its name. */
function titleOf({ title, name }: JsonObject): Text | undefined {
  const said = title ?? name
  if (typeof said === 'string' && said.trim() !== '') return bilingual(said)
  return isText(said) ? { ar: said.ar, en: said.en } : undefined
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

function telephone(notices: string[], render: RenderText | undefined): Run {
  return async (job) => {
    const { template } = job.headers
    const { data } = job.variables
    const text =
      render === undefined || template === undefined
        ? undefined
        : await noticeText(render, job.program, template, isJsonObject(data) ? data : {})
    if (isProblem(text)) return { kind: 'incident', reason: text.detail }
    notices.push(JSON.stringify({ ...job.headers, ...withText(job.variables, text) }))
    return { kind: 'completed', variables: { notice: { sent: ['trial'] } } }
  }
}

/** A text that the task gives itself wins over the template. */
function withText(variables: JsonObject, text: Text | undefined): JsonObject {
  if (text === undefined) return variables
  const said = (['sms', 'email'] as const).flatMap((way): readonly (readonly [string, JsonObject])[] => {
    const sent = variables[way]
    return isJsonObject(sent) && (sent['text'] ?? null) === null ? [[way, { ...sent, text: { ...text } }]] : []
  })
  return { ...variables, ...Object.fromEntries(said) }
}
