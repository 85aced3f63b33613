/**
 * What the analyst's refund task says: which payment goes back, and why; made into a refund.
 *
 * Inputs: receipt (as the payment gave it) or transferId; reason {ar, en} or a text, which the citizen reads. Only a paid
 * charge of the same application can be refunded, and always the whole of it.
 */
import type { Charge } from '../../../core/charge.ts'
import type { ConnectorJob } from '../../../core/connector.ts'
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts'
import { invalid, isProblem, type Problem } from '../../../core/problem.ts'
import type { Refund } from '../../../core/refund.ts'
import type { ChargeBook } from '../charge-book.ts'
import { refundId } from './refund-id.ts'

const LONGEST_NOTE = 120

/** nothing: a receipt of zero, for which no money ever moved. */
export type Order = { readonly kind: 'nothing' } | { readonly kind: 'refund'; readonly charge: Charge; note: string }

export async function readOrder(job: ConnectorJob, book: ChargeBook): Promise<Order | Problem> {
  const asked = readRefund(job.variables)
  if (isProblem(asked)) return asked
  if (asked.transferId === undefined) return { kind: 'nothing' }
  const charge = await book.store.byTransfer(asked.transferId)
  if (charge === undefined || charge.instance !== job.instance || charge.state !== 'committed')
    return expected('receipt', 'a receipt of a payment made in this application', asked.transferId)
  return { kind: 'refund', charge, note: asked.note }
}

/** transferId: of the payment; absent where its receipt is of zero. */
export function readRefund(variables: JsonObject): { readonly transferId?: string; readonly note: string } | Problem {
  const { receipt, transferId: named, reason } = variables
  const note = textOf(reason)
  if (note === undefined) return expected('reason', 'a text, or one with "ar" and "en"', reason)
  const given = named ?? (isJsonObject(receipt) ? receipt['transferId'] : undefined)
  if (typeof given === 'string') return { transferId: given, note }
  if (isJsonObject(receipt) && given === null) return { note }
  return expected('receipt', 'the receipt of a payment, as its task gave it', receipt ?? named)
}

/** The refund as it would be opened now; the store keeps the one that is open already. */
export function newRefund(job: ConnectorJob, { charge, note }: Extract<Order, { kind: 'refund' }>, at: At): Refund {
  return {
    id: refundId(charge.id, at.attempt),
    charge: charge.id,
    attempt: at.attempt,
    agency: charge.agency,
    instance: charge.instance,
    job: job.key,
    reference: charge.reference,
    billNo: charge.billNo,
    money: charge.money,
    note,
    state: 'created',
    createdAt: at.now,
    changedAt: at.now,
    checkAt: at.checkAt,
    tries: 0,
  }
}

interface At {
  readonly attempt: number
  readonly now: number
  /** When the sweep may send it again, if its task has not got an answer by then. */
  readonly checkAt: number
}

function textOf(value: JsonValue | undefined): string | undefined {
  if (value === undefined || value === null) return ''
  const text = isJsonObject(value)
    ? [value['ar'], value['en']].filter((it) => typeof it === 'string').join(' · ')
    : value
  return typeof text === 'string' ? text.slice(0, LONGEST_NOTE) : undefined
}

const expected = (input: string, what: string, found: unknown): Problem =>
  invalid(
    'refund.input',
    `Expected input "${input}" of the refund task to be ${what}, but found ${(JSON.stringify(found) ?? 'nothing').slice(0, 80)}; correct the task's input mapping`,
  )
