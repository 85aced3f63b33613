/** What connectors give back, by the type of their job: the table of workflows/README.md as data. */
import { DATE, NUMBER, TEXT, ANY, listOf, objectOf, type Origin, type VariableType } from './variable.ts'

export interface ConnectorResult {
  readonly name: string
  readonly type: VariableType
}

export function connectorResult(
  jobType: string,
  headers: ReadonlyMap<string, string>,
  origin: Origin,
  /** What the service that is asked answers, as far as it is known. */
  body: VariableType = ANY,
): ConnectorResult | undefined {
  const result = Object.hasOwn(RESULTS, jobType) ? RESULTS[jobType] : undefined
  if (!result) return undefined
  const fields = jobType === BUS ? { ...result.fields, body } : result.fields
  return { name: headers.get('resultVariable') ?? result.name, type: objectOf(fields, origin) }
}

export const BUS = 'masar:databus'

const MOVED = { amount: NUMBER, currency: TEXT, transferId: TEXT, billNo: TEXT }

const RESULTS: Readonly<
  Record<string, { readonly name: string; readonly fields: Readonly<Record<string, VariableType>> }>
> = {
  'masar:databus': { name: 'reply', fields: { status: NUMBER, body: ANY, evidence: ANY } },
  'masar:payment': { name: 'receipt', fields: { receiptNo: TEXT, paidAt: DATE, ...MOVED } },
  'masar:refund': { name: 'refund', fields: { refundNo: TEXT, refundedAt: DATE, ...MOVED } },
  'masar:document': {
    name: 'document',
    fields: {
      digest: TEXT,
      name: ANY,
      size: NUMBER,
      mediaType: TEXT,
      serial: TEXT,
      issuedAt: DATE,
      validUntil: DATE,
      url: TEXT,
    },
  },
  'masar:notify': { name: 'notice', fields: { sent: listOf(TEXT), skipped: ANY } },
}

/** A payment that was not made says how it stands. */
export const failureOf = (jobType: string, origin: Origin): ConnectorResult | undefined =>
  jobType === 'masar:payment'
    ? { name: 'payment', type: objectOf({ state: TEXT, billNo: TEXT, reason: ANY }, origin) }
    : undefined

export const isConnector = (jobType: string): boolean => Object.hasOwn(RESULTS, jobType)

export const APPLICATION = (origin: Origin): VariableType =>
  objectOf(
    {
      reference: TEXT,
      agency: TEXT,
      channel: TEXT,
      submittedAt: DATE,
      applicant: objectOf(
        {
          id: TEXT,
          nationalId: TEXT,
          company: objectOf({ number: TEXT, name: objectOf({ ar: TEXT, en: TEXT }, origin) }, origin),
        },
        origin,
      ),
    },
    origin,
  )

export const LOOP_FIGURES = {
  numberOfInstances: NUMBER,
  numberOfActiveInstances: NUMBER,
  numberOfCompletedInstances: NUMBER,
  numberOfTerminatedInstances: NUMBER,
} as const satisfies Readonly<Record<string, VariableType>>
