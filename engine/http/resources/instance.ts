/** An application: as lists show it, and whole with its papers and charges. */
import { anything, digest, integer, resource, string, time } from './resource.ts'

export const summary = {
  id: string,
  agency: string,
  rev: { ...integer, description: 'Counts the changes' },
  status: { enum: ['active', 'suspended', 'completed', 'terminated'] },
  program: { type: 'string', description: 'package@version/process' },
  reference: { type: 'string', description: 'The number a citizen quotes' },
  applicant: string,
  startedAt: time,
  changedAt: time,
  endedAt: time,
} as const

export const summaryExample = {
  id: '01JDA5Q0000000000000000000',
  agency: 'moj',
  rev: 3,
  status: 'active',
  program: 'moj.non-conviction@1.0.0/non-conviction',
  reference: '2026-7K3F-9QXM-4',
  applicant: '900000001',
  startedAt: '2026-11-23T09:00:00.000Z',
  changedAt: '2026-11-23T09:05:00.000Z',
} as const

export const InstanceSummary = resource(
  'InstanceSummary',
  'An application, as lists show it',
  summary,
  ['applicant', 'endedAt'],
  summaryExample,
)

export const Document = resource(
  'Document',
  'A paper of an application',
  {
    digest,
    mediaType: string,
    name: string,
    size: integer,
    createdAt: time,
    agency: string,
    instance: string,
    source: string,
    givenBy: { type: 'string', description: 'Who handed it in; absent where it was issued' },
    warning: { enum: ['active'], description: 'active: it can run something when opened' },
  },
  ['givenBy', 'warning'],
  {
    digest: 'a'.repeat(64),
    mediaType: 'application/pdf',
    name: 'certificate.pdf',
    size: 61_234,
    createdAt: '2026-11-23T09:10:00.000Z',
    agency: 'moj',
    instance: summaryExample.id,
    source: `${summaryExample.id}:9`,
  },
)

const money = {
  type: 'object',
  properties: { amount: { type: 'string', description: 'Decimal, never a float' }, currency: string },
  required: ['amount', 'currency'],
} as const

export const Charge = resource(
  'Charge',
  'What was asked to be paid, and how far that is',
  {
    id: string,
    billNo: string,
    money,
    state: string,
    receiptNo: string,
    completedAt: time,
  },
  ['receiptNo', 'completedAt'],
  {
    id: '6f6b7a0e-5d0d-4a53-9a4f-5a3b4f2f3a11',
    billNo: '2026-7K3F-9QXM-4/1',
    money: { amount: '25.00', currency: 'ILS' },
    state: 'COMPLETED',
    receiptNo: 'R-1',
    completedAt: '2026-11-23T09:04:00.000Z',
  },
)

export const Refund = resource(
  'Refund',
  'A payment that goes back to whoever made it, and how far that is',
  {
    id: string,
    charge: { type: 'string', description: 'The charge it gives back' },
    money,
    state: string,
    completedAt: time,
  },
  ['completedAt'],
  {
    id: '0b7c0a0e-5d0d-5a53-9a4f-5a3b4f2f3a12',
    charge: '6f6b7a0e-5d0d-4a53-9a4f-5a3b4f2f3a11',
    money: { amount: '25.00', currency: 'ILS' },
    state: 'committed',
    completedAt: '2026-11-23T10:04:00.000Z',
  },
)

export const DeadlineClock = resource(
  'DeadlineClock',
  'A statutory deadline of an application, as it stands now',
  {
    id: { type: 'string', description: 'Of this clock, where several run of one deadline' },
    deadline: { type: 'string', description: 'Id in workflow.json' },
    title: { type: 'object', properties: { ar: string, en: string }, required: ['ar', 'en'] },
    unit: { enum: ['workingDays', 'days'] },
    startedAt: time,
    due: { ...time, description: 'Absent while it stands still' },
    stoppedSince: time,
    stoppedBy: { type: 'array', items: string, description: 'Steps that let it stand still' },
    spent: { type: 'number', description: 'In its unit' },
    left: { type: 'number' },
    overdue: { type: 'boolean' },
    silence: { enum: ['approval', 'refusal'], description: 'What the law makes of it when nobody decides in time' },
    legalBasis: string,
    stoppedByHand: {
      type: 'object',
      description: 'By a supervisor, until then at the latest, under this article',
      properties: { until: time, legalBasis: string, reason: string },
      required: ['until', 'legalBasis', 'reason'],
    },
    account: {
      type: 'object',
      description: 'Why it is due then: how long it is, when it stood still and why, which days did not count',
      properties: {
        duration: string,
        ends: { enum: ['hour', 'day', 'office'] },
        stood: { type: 'array', items: anything },
        daysOff: { type: 'array', items: anything },
        holidays: { type: 'array', items: string },
        dayOff: { type: 'string', description: 'The day off it would have ended on' },
      },
      required: ['duration', 'ends', 'stood', 'daysOff', 'holidays'],
    },
  },
  ['due', 'stoppedSince', 'stoppedBy', 'silence', 'legalBasis', 'stoppedByHand'],
  {
    id: '1/decision',
    deadline: 'decision',
    title: { ar: 'البت في الطلب', en: 'Decision on the application' },
    unit: 'workingDays',
    startedAt: summaryExample.startedAt,
    due: '2026-11-26T09:00:00.000Z',
    spent: 0.5,
    left: 2.5,
    overdue: false,
    account: { duration: 'P3WD', ends: 'hour', stood: [], daysOff: [], holidays: [] },
  },
)

export const InstanceAt = resource(
  'InstanceAt',
  'An application as it stood after one of its events',
  {
    id: string,
    reference: string,
    status: summary.status,
    program: summary.program,
    startedAt: time,
    event: { ...integer, description: 'The event, counted over the whole history from 1' },
    events: { ...integer, description: 'How many there are now' },
    record: { ...integer, description: 'seq of the record it stands in' },
    records: integer,
    at: time,
    actor: string,
    command: { type: 'string', description: 'What was asked' },
    last: { ...anything, description: 'The event itself' },
    variables: anything,
    elements: anything,
    waits: anything,
    incidents: anything,
  },
  [],
  {
    id: summaryExample.id,
    reference: summaryExample.reference,
    status: 'active',
    program: summaryExample.program,
    startedAt: summaryExample.startedAt,
    event: 6,
    events: 23,
    record: 1,
    records: 4,
    at: summaryExample.startedAt,
    actor: 'user:900000001',
    command: 'start',
    last: { kind: 'elementActivated', id: '3', element: 'review', scope: '1' },
    variables: { purpose: 'work' },
    elements: { '1': { element: 'non-conviction', program: summaryExample.program, children: 1 } },
    waits: { '3': { kind: 'task', owner: '3' } },
    incidents: {},
  },
)

export const Instance = resource(
  'Instance',
  'An application whole; variables, elements, waits and incidents only for staff of the agency',
  {
    ...summary,
    documents: { type: 'array', items: { $ref: 'Document#' } },
    charges: { type: 'array', items: { $ref: 'Charge#' } },
    refunds: { type: 'array', items: { $ref: 'Refund#' } },
    assistance: {
      type: 'object',
      description: 'Where staff applied for the applicant: how they agreed, and to what',
      properties: { consent: string, representative: string, statement: string, at: time, operator: string },
      required: ['consent', 'statement', 'at'],
      additionalProperties: false,
    },
    clocks: { type: 'array', items: { $ref: 'DeadlineClock#' }, description: 'Statutory deadlines that run' },
    variables: anything,
    elements: anything,
    waits: anything,
    incidents: anything,
  },
  ['applicant', 'endedAt', 'assistance', 'variables', 'elements', 'waits', 'incidents'],
  { ...summaryExample, documents: [], charges: [], refunds: [], clocks: [] },
)
