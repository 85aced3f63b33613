/** A small service whose form changes while it is filled in, for the tests of what the script of a page adds. */
import type { PackageFiles } from '../../engine/core/package/files.ts'
import { extension, file, flow, process } from '../bpmn/drawing.ts'

export const LIVE = 'test.live'

const text = (ar: string, en: string) => ({ ar, en })
const label = (ar: string, en: string) => ({ label: text(ar, en) })
const town = (governorate: string, value: string, ar: string, en: string) => ({ governorate, value, ar, en })
const control = (name: string, options: object = {}) => ({
  type: 'Control',
  scope: `#/properties/${name}`,
  options,
})
const ATTACHMENT = {
  type: 'object',
  required: ['digest', 'name', 'size', 'mediaType'],
  properties: {
    digest: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    name: { type: 'string', maxLength: 255 },
    size: { type: 'integer', minimum: 1, maximum: 20_000 },
    mediaType: { enum: ['application/pdf'] },
  },
} as const
const PARTS = {
  '/digest': label('البصمة', 'Digest'),
  '/name': label('الاسم', 'Name'),
  '/size': label('الحجم', 'Size'),
  '/mediaType': { ...label('النوع', 'Kind'), choices: { 'application/pdf': text('PDF', 'PDF') } },
}
const within = (place: string) => Object.fromEntries(Object.entries(PARTS).map(([key, it]) => [place + key, it]))

const FORM = {
  title: text('طلب', 'Application'),
  schema: {
    type: 'object',
    required: ['region'],
    properties: {
      region: { enum: ['ram', 'nab'] },
      town: { type: 'string', maxLength: 20 },
      street: { type: 'string', maxLength: 20 },
      remark: { type: 'string', maxLength: 200 },
      deed: ATTACHMENT,
      plans: { type: 'array', maxItems: 2, items: ATTACHMENT },
    },
  },
  ui: {
    type: 'Categorization',
    elements: [
      {
        type: 'Category',
        label: text('المكان', 'Place'),
        elements: [
          control('region', { format: 'radio' }),
          control('town', { format: 'radio', choices: '=policy.towns[governorate = region]' }),
          control('street', { widget: 'search', choices: '=policy.streets' }),
          control('remark'),
        ],
      },
      {
        type: 'Category',
        label: text('الملفات', 'Files'),
        elements: [control('deed'), control('plans')],
      },
    ],
  },
  texts: {
    '/region': {
      ...label('المحافظة', 'Governorate'),
      choices: { ram: text('رام الله', 'Ramallah'), nab: text('نابلس', 'Nablus') },
    },
    '/town': label('البلدة', 'Town'),
    '/street': label('الشارع', 'Street'),
    '/remark': label('ملاحظة', 'Remark'),
    '/deed': label('السند', 'Deed'),
    ...within('/deed'),
    '/plans': label('المخططات', 'Plans'),
    ...within('/plans/*'),
  },
}

const task = `<bpmn:userTask id="correct" name="تصحيح · Correct">${extension(
  `<zeebe:userTask/><zeebe:assignmentDefinition assignee="=application.applicant.id"/><zeebe:formDefinition formId="correct"/>`,
)}</bpmn:userTask>`

const FILES = {
  'workflow.json': {
    texts: { agency: text('وزارة العدل', 'Ministry of Justice') },
    policy: {
      towns: [
        town('ram', 'bireh', 'البيرة', 'Al-Bireh'),
        town('ram', 'betunia', 'بيتونيا', 'Beitunia'),
        town('nab', 'hawara', 'حوارة', 'Huwara'),
      ],
      streets: [
        { value: 's1', ...text('شارع الإرسال', 'Al-Irsal Street') },
        { value: 's2', ...text('شارع القُدس', 'Jerusalem Street') },
        { value: 's3', ...text('شارع المدرسة', 'School Street') },
      ],
    },
    id: LIVE,
    version: '1.0.0',
    title: text('خدمة حية', 'Live service'),
    agency: 'moj',
    start: { process: 'live', form: 'apply', channels: ['portal', 'counter', 'api'] },
    roles: {},
  },
  'live.bpmn': file(
    process(
      `<bpmn:startEvent id="start"/>${task}<bpmn:endEvent id="end"/>${flow('f1', 'start', 'correct')}${flow('f2', 'correct', 'end')}`,
      'live',
    ),
  ),
  'forms/apply.form.json': FORM,
  'forms/correct.form.json': {
    title: text('تصحيح', 'Correction'),
    schema: {
      type: 'object',
      properties: { answer: { type: 'string', maxLength: 200 }, number: { type: 'string', maxLength: 20 } },
    },
    ui: {
      type: 'VerticalLayout',
      elements: [control('answer'), control('number', { visible: '=matches(answer, "^[0-9]+$")' })],
    },
    texts: { '/answer': label('جوابك', 'Your answer'), '/number': label('الرقم', 'The number') },
  },
}

export const liveService = (): PackageFiles =>
  new Map(
    Object.entries(FILES).map(([name, content]) => [
      name,
      new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content)),
    ]),
  )
