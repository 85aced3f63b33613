/**
 * What the analyst's payment task says: how much, in which currency, from whom, until when; made into a charge.
 *
 * Inputs: amount (decimal text or number), currency, payer {type, id, fspId?}, payee? (an agency of the operator's list, where
 * the money is not the agency's own), note?, purpose?, billNo? (else the
 * reference number), expires? (ISO duration), reportUnknown? (true: PAYMENT_UNKNOWN is thrown while the switch is mute).
 */
import type { Charge } from '../../core/charge.ts'
import type { ConnectorJob } from '../../core/connector.ts'
import { agencyId, type AgencyId } from '../../core/ids.ts'
import { isJsonObject, type JsonValue } from '../../core/json.ts'
import { money } from '../../core/money.ts'
import { invalid, isProblem, type Problem } from '../../core/problem.ts'
import { chargeId } from './charge-id.ts'
import type { PaymentConfig } from './config.ts'
import { milliseconds } from './duration.ts'
import { sortedJson } from './wire/sorted-json.ts'

const PAYER_TYPES: readonly unknown[] = ['PERSONAL_ID', 'MSISDN', 'ALIAS', 'IBAN']
const PARTY_ID = /^[^\p{Cc}]{1,128}$/u
const FSP_ID = /^[A-Za-z0-9._-]{1,32}$/
const BILL_NO = /^[\p{L}\p{N} ./_-]{1,40}$/u
const DEFAULT_EXPIRES = 'P3D'

/** The charge as it would be opened now; the store keeps the first one a job ever opened. */
export function newCharge(job: ConnectorJob, config: PaymentConfig, now: number): Charge | Problem {
  const amount = money(job.variables['amount'], job.variables['currency'])
  if (isProblem(amount)) return amount
  const payer = payerText(job.variables['payer'])
  if (isProblem(payer)) return payer
  const payee = payeeText(job.variables['payee'], config)
  if (isProblem(payee)) return payee
  const billNo = optionalText(job.variables['billNo'], job.reference)
  if (billNo === undefined || !BILL_NO.test(billNo))
    return expected(
      'billNo',
      'a bill number of 1 to 40 letters, digits, spaces, ".", "/", "_", "-"',
      job.variables['billNo'],
    )
  const note = optionalText(job.variables['note'], '')
  const purpose = optionalText(job.variables['purpose'], '')
  if (note === undefined) return expected('note', 'a text', job.variables['note'])
  if (purpose === undefined) return expected('purpose', 'a text', job.variables['purpose'])
  const expires = optionalText(job.variables['expires'], config.expires ?? DEFAULT_EXPIRES)
  const span = expires === undefined ? undefined : milliseconds(expires)
  if (span === undefined || span <= 0)
    return expected('expires', 'a duration like "P3D" or "PT30M"', job.variables['expires'])
  return {
    id: chargeId(job.key),
    agency: job.agency,
    ...(payee === undefined ? {} : { payee }),
    instance: job.instance,
    job: job.key,
    reference: job.reference,
    billNo,
    money: amount,
    payer,
    note: [note, purpose].filter(Boolean).join(' · ').slice(0, 200),
    state: 'created',
    createdAt: now,
    changedAt: now,
    expires: now + span,
    checkAt: now,
    attempts: 0,
  }
}

export const reportsUnknown = (job: ConnectorJob): boolean =>
  job.variables['reportUnknown'] === true || job.headers['reportUnknown'] === 'true'

/** FSPIOP PartyIdInfo of the payer, as the text the charge keeps. */
function payerText(value: JsonValue | undefined): string | Problem {
  if (!isJsonObject(value))
    return expected('payer', 'an object with type and id, like {type: "MSISDN", id: "970591234567"}', value)
  const { type, id, fspId } = value
  if (typeof type !== 'string' || !PAYER_TYPES.includes(type))
    return expected('payer.type', `one of ${PAYER_TYPES.join(', ')}`, type)
  if (typeof id !== 'string' || !PARTY_ID.test(id)) return expected('payer.id', 'a text of 1 to 128 characters', id)
  const fsp = fspId ?? undefined
  if (fsp !== undefined && (typeof fsp !== 'string' || !FSP_ID.test(fsp)))
    return expected('payer.fspId', 'the name of a bank or wallet at the switch', fsp)
  return sortedJson({ partyIdType: type, partyIdentifier: id, ...(fsp === undefined ? {} : { fspId: fsp }) })
}

/** Money reaches nobody the operator has not listed. */
function payeeText(value: JsonValue | undefined, { payees = {} }: PaymentConfig): AgencyId | undefined | Problem {
  if (value === undefined || value === null) return undefined
  const payee = typeof value === 'string' ? agencyId(value) : undefined
  if (payee === undefined || isProblem(payee) || !Object.hasOwn(payees, payee))
    return expected('payee', `an agency the operator lists (${Object.keys(payees).join(', ') || 'none'})`, value)
  return payee
}

/** Absent and null mean the default; anything but a text is undefined. */
function optionalText(value: JsonValue | undefined, otherwise: string): string | undefined {
  if (value === undefined || value === null) return otherwise
  return typeof value === 'string' ? value : undefined
}

const expected = (input: string, what: string, found: unknown): Problem =>
  invalid(
    'payment.input',
    `Expected input "${input}" of the payment task to be ${what}, but found ${(JSON.stringify(found) ?? 'nothing').slice(0, 80)}; correct the task's input mapping`,
  )
