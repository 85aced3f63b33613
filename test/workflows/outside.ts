/** What a procedure sends to the outside, held against what the real connectors take: the reason where one would not. */
import { readCall } from '../../engine/connectors/databus/call.ts'
import { readOrder } from '../../engine/connectors/documents/order.ts'
import { renderTemplate } from '../../engine/connectors/documents/templates/rendering.ts'
import { readNotices } from '../../engine/connectors/notify/order.ts'
import { longestSms } from '../../engine/connectors/notify/sms.ts'
import type { PaymentConfig } from '../../engine/connectors/payments/config.ts'
import { readRefund } from '../../engine/connectors/payments/refunds/refund-input.ts'
import { newCharge } from '../../engine/connectors/payments/task-input.ts'
import type { ConnectorJob } from '../../engine/core/connector.ts'
import type { OpenedJob } from '../../engine/core/event.ts'
import type { AgencyId, GlobalId, InstanceId, ProgramKey, Reference } from '../../engine/core/ids.ts'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import { shelf, textOf } from './shelf.ts'

const NOON = Date.parse('2026-01-04T10:00:00Z')
const ZONE = 'Asia/Hebron'

type Judge = (job: ConnectorJob, packageId: string) => string | undefined

const JUDGES: Readonly<Record<string, Judge>> = {
  'masar:databus': (job) => reasonOf(readCall(job.variables, 'X-Masar-')),
  'masar:payment': (job) => reasonOf(newCharge(job, SWITCH, NOON)),
  'masar:refund': (job) => reasonOf(readRefund(job.variables)),
  'masar:document': (job, packageId) => reasonOf(readOrder(job, ZONE)) ?? unfilled(job, packageId),
  'masar:notify': tooLongOrWrong,
}

const SWITCH: PaymentConfig = {
  fspId: 'masar',
  switchId: 'switch',
  baseUrl: '',
  privateKey: '',
  keys: {},
  ilpSecret: '',
  payees: { police: { name: 'الشرطة · Police' } },
}

/** undefined: the connector of this type takes the job as it is. */
export function refusal(job: OpenedJob, instance: InstanceId, packageId: string): string | undefined {
  const judge = JUDGES[job.type]
  if (judge === undefined) return `Expected a connector for ${job.type}`
  const given: ConnectorJob = {
    ...job,
    key: `${instance}:1` as GlobalId,
    instance,
    agency: 'moj' as AgencyId,
    reference: '2026-7K3F-9QXM-4' as Reference,
    program: 'moj.non-conviction@1.0.0/non-conviction' as ProgramKey,
    attempt: 1,
  }
  return judge(given, packageId)
}

const reasonOf = (result: object | Problem): string | undefined => (isProblem(result) ? result.detail : undefined)

function tooLongOrWrong(job: ConnectorJob): string | undefined {
  const order = readNotices(job)
  if (isProblem(order)) return order.detail
  const { ar = '', en = '' } = order.sms?.text ?? {}
  const length = ar.length + en.length + 1
  if (/[{}]/.test(ar + en)) return `Expected every place of the text to be filled, but found ${ar} ${en}`
  return length > longestSms ? `Expected at most ${longestSms} characters by SMS, but found ${length}` : undefined
}

/** A paper needs every fact its template names; the service's own template goes before a shared one of that name. */
function unfilled({ headers, variables }: ConnectorJob, packageId: string): string | undefined {
  if (headers['operation'] === 'revoke') return undefined
  const path = `templates/${headers['template'] ?? ''}.hbs`
  const template =
    shelf.get(packageId)?.get(path) ??
    [...shelf.values()].map((files) => files.get(path)).find((found) => found !== undefined)
  const issuedAt = new Date(NOON).toISOString()
  const { validUntil = null, data } = variables
  const document = { serial: 'MOJ-2026-8F3K2MQ7', reference: '2026-7K3F-9QXM-4', issuedAt, validUntil }
  const rendered = renderTemplate({
    template: textOf(template),
    data: JSON.stringify({ ...(data as object), document }),
    medium: 'html',
    setting: {
      language: headers['language'] === 'en' ? 'en' : 'ar',
      timeZone: ZONE,
      ...(variables['certificate'] === true ? { verifyUrl: 'https://masar.example.ps/verify#x' } : {}),
    },
  })
  return rendered.kind === 'rendered' ? undefined : rendered.reason
}
