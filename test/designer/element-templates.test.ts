import { describe, expect, test } from 'vitest'
import { bilingual } from '../../engine/core/bilingual.ts'
import { readCall } from '../../engine/connectors/databus/call.ts'
import { HEADER_PREFIX } from '../../engine/connectors/databus/config.ts'
import { readOrder } from '../../engine/connectors/documents/order.ts'
import { readNotices } from '../../engine/connectors/notify/order.ts'
import type { PaymentConfig } from '../../engine/connectors/payments/config.ts'
import { readRefund } from '../../engine/connectors/payments/refunds/refund-input.ts'
import { newCharge } from '../../engine/connectors/payments/task-input.ts'
import type { ConnectorJob } from '../../engine/core/connector.ts'
import { globalId, type AgencyId, type Reference } from '../../engine/core/ids.ts'
import type { JsonObject } from '../../engine/core/json.ts'
import { world } from '../../engine/trial/connectors.ts'
import { file, flow, process } from '../bpmn/drawing.ts'
import { Case, ID, NOW } from '../kernel/case.ts'
import { check } from '../package/parcel.ts'
import { applied, type Answers } from './modeler.ts'
import { withExpressionsWhole } from '../../designer/procedure/properties/connector.ts'
import type { Property, Template } from '../../designer/procedure/templates/template.ts'
import { faultsOf, FILES, template, TEMPLATES } from './template.ts'

const ARABIC = /\p{Script=Arabic}/u
const LATIN = /\p{Script=Latin}/u

/** Undefined where the analyst says it: a job for a program of the agency. */
const jobTypeOf = ({ properties }: Template): unknown =>
  properties.find((it) => it.binding.type === 'zeebe:taskDefinition' && it.binding.property === 'type')?.value

test('there is a template for each connector the engine ships, one for workers of an agency, and no other', () => {
  const shipped = world({}, () => NOW).connectors.map((it) => it.type)
  expect(TEMPLATES.flatMap((it) => jobTypeOf(it) ?? []).sort()).toEqual(shipped.sort())
  expect(FILES).toEqual(['databus.json', 'document.json', 'notice.json', 'payment.json', 'refund.json', 'worker.json'])
  expect(new Set(TEMPLATES.map((it) => it.id)).size).toBe(TEMPLATES.length)
})

describe.each(TEMPLATES)('the template $id', (template) => {
  test('is one a modeller loads', () => {
    expect(faultsOf(template)).toEqual([])
  })

  test('says everything an analyst reads in Arabic and English', () => {
    const texts = [
      template.name,
      ...template.groups.map((it) => it.label),
      ...template.properties
        .flatMap(({ label, constraints }) => [label ?? [], constraints?.pattern?.message ?? []])
        .flat(),
      ...[template, ...template.properties]
        .flatMap(({ description }) => description ?? [])
        .filter((it) => !isShape(it)),
      ...template.properties.flatMap(({ choices }) => choices?.map((it) => it.name) ?? []),
    ]
    expect(texts.filter((it) => !ARABIC.test(it) || !LATIN.test(it))).toEqual([])
    expect(texts.length).toBeGreaterThan(template.properties.length)
  })

  test('gives every example and every error in both hints: a reader sees one language alone', () => {
    const lost = template.properties.flatMap(({ id, description = '' }) => {
      const { ar, en } = bilingual(description)
      return (en.match(/\{[^}]*\}|=\w[\w.]*|[A-Z]+[_/][\w/.-]+|X-\w+|\bP\w*\d\w*/g) ?? []).flatMap((it) =>
        ar.includes(it) ? [] : [`${String(id)}: ${it}`],
      )
    })
    expect(lost).toEqual([])
    expect(template.properties.filter(({ description = '' }) => /(مثل|بـ|هو الخطأ) · /.test(description))).toEqual([])
  })
})

test('an expression in a hint keeps its braces in their order within Arabic', () => {
  const hint = withExpressionsWhole(bilingual('مثل {ar: "...", en: "..."} · Like {ar: "...", en: "..."}'))
  expect(hint.ar).toBe('مثل \u2066{ar: "...", en: "..."}\u2069')
  expect(hint.en).toBe('Like {ar: "...", en: "..."}')
  expect(withExpressionsWhole(bilingual('{sent: [{channel, to}], skipped}')).ar).toBe(
    '\u2066{sent: [{channel, to}], skipped}\u2069',
  )
})

/** "{serial, status}": the shape of a value has no language. */
const isShape = (text: string): boolean => /^\{[\w\s,:[\]{}]+\}$/.test(text)

const spoiled = (changed: Partial<Property>, id = 'currency'): Template => {
  const sound = template('masar.payment')
  return { ...sound, properties: sound.properties.map((it) => (it.id === id ? { ...it, ...changed } : it)) }
}

test.each<readonly [says: string, template: Template]>([
  ['currency: stands in a group there is', spoiled({ group: 'money' })],
  ['currency: has one of its choices as its value', spoiled({ value: 'EGP' })],
  ['currency: asks for FEEL where its type may', spoiled({ feel: 'optional' })],
  ['currency: depends on another property', spoiled({ condition: { property: 'gone', equals: 'x' } })],
  [
    'currency: depends on a value that can be chosen',
    spoiled({ condition: { property: 'reportUnknown', equals: '?' } }),
  ],
  ['currency: is bound to a place', spoiled({ binding: { type: 'zeebe:input', name: '' } })],
  ['amount: is optional or must be filled in, not both', spoiled({ optional: true }, 'amount')],
  ['amount: stands once', spoiled({ id: 'amount' })],
])('a modeller would say: %s', (says, template) => {
  expect(faultsOf(template)).toContain(says)
})

const SERVICE = 'PS/GOV/MOI/civil-registry/getPerson'
const VARIABLES = {
  nationalId: '400000014',
  fullName: 'سلمى خالد يوسف الزيتاوي',
  phone: '+970599123456',
  email: 'salma@example.ps',
  fee: { amount: '25.00' },
}

const CONFIG: PaymentConfig = {
  fspId: 'gov',
  switchId: 'switch',
  baseUrl: 'http://127.0.0.1',
  privateKey: '',
  keys: {},
  ilpSecret: '',
}

/** How each connector reads what a task asks of it. */
const READERS: Readonly<Record<string, (job: ConnectorJob) => unknown>> = {
  'masar:databus': (job) => readCall(job.variables, HEADER_PREFIX),
  'masar:payment': (job) => newCharge(job, CONFIG, NOW),
  'masar:refund': (job) => readRefund(job.variables),
  'masar:document': (job) => readOrder(job, 'Asia/Hebron'),
  'masar:notify': (job) => readNotices(job),
}

/** What a worker leases. */
const asItIs = (job: ConnectorJob): unknown => job

interface Use {
  readonly does: string
  readonly template: string
  readonly answers: Answers
  /** What the connector understands. */
  readonly order: object
  /** What the connector answers. */
  readonly reply: JsonObject
  /** What the case knows afterwards. */
  readonly known: JsonObject
}

const document = { digest: 'a'.repeat(64), serial: 'MOJ-2026-8F3K2M' }
const both = (en: string): string => `={ar: "نص", en: "${en}"}`

const USES: readonly Use[] = [
  {
    does: 'asks a register for a person',
    template: 'masar.databus',
    answers: { service: SERVICE, query: '={nationalId: nationalId}', output: 'person' },
    order: { method: 'GET', path: '', query: 'nationalId=400000014', repeatable: true },
    reply: { reply: { status: 200, body: { alive: true }, evidence: {} } },
    known: { person: { alive: true } },
  },
  {
    does: 'hands an application to another agency, with every field filled in',
    template: 'masar.databus',
    answers: {
      service: SERVICE,
      method: 'POST',
      path: '=["persons", nationalId]',
      query: '={draft: false}',
      body: '={name: fullName}',
      headers: '={"X-Masar-Desk": "7"}',
      userId: '="PS" + nationalId',
      idempotent: true,
      statusService: 'PS/GOV/MOI/civil-registry/getStatus',
      timeout: 'PT20S',
      retries: '5',
      resultVariable: 'answer',
    },
    order: {
      method: 'POST',
      path: '/persons/400000014',
      query: 'draft=false',
      body: JSON.stringify({ name: VARIABLES.fullName }),
      headers: { 'X-Masar-Desk': '7' },
      userId: 'PS400000014',
      repeatable: true,
      timeoutMs: 20_000,
    },
    reply: { answer: { status: 201 } },
    known: {},
  },
  {
    does: 'collects a fee from a wallet',
    template: 'masar.payment',
    answers: { amount: '=fee.amount', payer: '={type: "MSISDN", id: phone}', note: 'رسم · Fee', expires: 'P3D' },
    order: {
      money: { amount: '25.00', currency: 'ILS' },
      payer: '{"partyIdType":"MSISDN","partyIdentifier":"+970599123456"}',
      billNo: '2026-TEST',
      note: 'رسم · Fee',
      expires: NOW + 3 * 24 * 3_600_000,
    },
    reply: { receipt: { receiptNo: 'R-1' } },
    known: { receipt: { receiptNo: 'R-1' } },
  },
  {
    does: 'gives a fee back',
    template: 'masar.refund',
    answers: { receipt: '={transferId: "1b0b"}', reason: both('Not issued') },
    order: { transferId: '1b0b', note: 'نص · Not issued' },
    reply: { refund: { refundNo: 'R-1' } },
    known: { refund: { refundNo: 'R-1' } },
  },
  {
    does: 'prints a letter',
    template: 'masar.document',
    answers: { template: 'permit', data: '={name: fullName}', document: 'letter' },
    order: { kind: 'issue', template: 'permit', language: 'ar', data: { name: VARIABLES.fullName } },
    reply: { document },
    known: { letter: document },
  },
  {
    does: 'issues a signed certificate',
    template: 'masar.document',
    answers: {
      template: 'permit',
      language: 'en',
      data: '={name: fullName}',
      certificate: true,
      documentType: 'permit',
      holder: '={name: fullName, id: nationalId}',
      validUntil: '2027-02-23',
    },
    order: {
      kind: 'issue',
      language: 'en',
      certificate: { documentType: 'permit', holder: VARIABLES.fullName, idLast4: '0014' },
    },
    reply: { document },
    known: { document },
  },
  {
    does: 'revokes a certificate',
    template: 'masar.document',
    answers: { operation: 'revoke', revokedSerial: document.serial, reason: 'حكم لاحق · A later judgment' },
    order: { kind: 'revoke', serial: document.serial, reason: 'حكم لاحق · A later judgment' },
    reply: { certificate: { status: 'revoked' } },
    known: { certificate: { status: 'revoked' } },
  },
  {
    does: 'tells a citizen by SMS and e-mail',
    template: 'masar.notify',
    answers: {
      smsTo: '=phone',
      smsText: both('Ready'),
      emailTo: '=email',
      emailSubject: both('Your application'),
      emailText: both('It is ready'),
    },
    order: {
      language: 'both',
      sms: { to: VARIABLES.phone, text: { ar: 'نص', en: 'Ready' } },
      email: { to: VARIABLES.email, subject: { en: 'Your application' }, text: { en: 'It is ready' } },
    },
    reply: { notice: { sent: [], skipped: [] } },
    known: { notice: { sent: [], skipped: [] } },
  },
  {
    does: 'hands a job to a program of the agency',
    template: 'masar.worker',
    answers: { type: 'moj.stamp', request: '={number: nationalId}', result: 'stamp' },
    order: { type: 'moj.stamp', variables: { request: { number: VARIABLES.nationalId } } },
    reply: { result: 7 },
    known: { stamp: 7 },
  },
]

test('every template is used below', () => {
  expect(new Set(USES.map((it) => it.template))).toEqual(new Set(TEMPLATES.map((it) => it.id)))
})

test.each(USES)('a task from $template $does', async ({ template: id, answers, order, reply, known }) => {
  const task = applied(template(id), answers)
  const steps = `<bpmn:startEvent id="start"/>${task}<bpmn:endEvent id="end"/>${flow('f1', 'start', 'step')}${flow('f2', 'step', 'end')}`
  const checked = await check({ 'permit.bpmn': file(process(steps, 'permit')) })
  if (!checked.ok) throw new Error(JSON.stringify(checked.findings, undefined, 2))
  // No form of this package gives what the step asks with: a case is begun with it below.
  expect(checked.package.warnings.filter(({ rule }) => !rule.startsWith('variables/'))).toEqual([])

  const permit = new Case([...checked.package.programs.values()]).start(VARIABLES)
  const job = jobOf(permit)
  expect(job.type).toBe(jobTypeOf(template(id)) ?? answers['type'])
  expect((READERS[job.type] ?? asItIs)(job)).toMatchObject(order)

  permit.job('step', reply)
  expect(permit.status).toBe('completed')
  expect(permit.everSet).toMatchObject(known)
})

/** The job of the task, as a connector is given it. */
function jobOf(permit: Case): ConnectorJob & { readonly type: string } {
  const opened = permit.events.find((it) => it.kind === 'jobOpened')
  if (opened?.kind !== 'jobOpened') throw new Error(`Expected a job, but ${permit.trouble.join()}`)
  return {
    ...opened.job,
    key: globalId(ID, opened.id),
    instance: ID,
    agency: 'moj' as AgencyId,
    reference: '2026-TEST' as Reference,
    program: permit.live.program,
    attempt: 1,
  }
}
