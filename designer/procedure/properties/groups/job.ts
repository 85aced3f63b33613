/** Work for a program of the agency: its type, how often it is tried, and what goes with it. A connector's step is asked by its template instead. */
import { isOf, type Entry, type Group, type Subject } from '../entry.ts'
import { attribute, extension } from '../extensions.ts'
import { feelAttribute } from '../fields.ts'
import { HEADERS, rowsOf, setRows } from '../rows.ts'
import { isServedByTemplate } from '../connector.ts'

const WORKS = isOf(
  'bpmn:ServiceTask',
  'bpmn:SendTask',
  'bpmn:ScriptTask',
  'bpmn:BusinessRuleTask',
  'bpmn:EndEvent',
  'bpmn:IntermediateThrowEvent',
)

export const job: Group = {
  id: 'job',
  title: { ar: 'العمل الآلي', en: 'Job' },
  isFor: (element, edit) =>
    WORKS(element) &&
    !isServedByTemplate(edit, element) &&
    (element.$type === 'bpmn:ServiceTask' || extension(edit, element, 'zeebe:TaskDefinition') !== undefined),
  entries: (subject) => [
    feelAttribute(subject, 'zeebe:TaskDefinition', 'type', {
      id: 'type',
      label: { ar: 'نوع العمل', en: 'Type of the job' },
      hint: { ar: 'يأخذه برنامج الجهة بهذا الاسم.', en: 'A program of the agency takes it by this name.' },
      rules: ['jobs', 'feel'],
      words: ['a type', 'connector', 'taskDefinition type'],
    }),
    feelAttribute(subject, 'zeebe:TaskDefinition', 'retries', {
      id: 'retries',
      label: { ar: 'عدد المحاولات', en: 'Attempts' },
      hint: {
        ar: 'بلا كتابة: 3. بين محاولة وأخرى تطول المدة من نفسها.',
        en: '3 where nothing is written. The time between attempts grows by itself.',
      },
      expected: { type: 'integer', minimum: 1, maximum: 100 },
      rules: ['jobs', 'feel'],
      words: ['retries'],
    }),
    headers(subject),
  ],
}

function headers({ element, edit }: Subject): Entry {
  return {
    kind: 'rows',
    id: 'headers',
    label: { ar: 'ترويسات', en: 'Headers' },
    columns: { name: { ar: 'المفتاح', en: 'Key' }, value: { ar: 'القيمة', en: 'Value' } },
    feel: false,
    rows: rowsOf(edit, element, HEADERS),
    write: (rows) => (change) => setRows(change, element, HEADERS, rows),
    rules: ['jobs'],
    words: ['header', 'template'],
  }
}

export const jobTypeOf = ({ element, edit }: Subject): string =>
  attribute(edit, element, 'zeebe:TaskDefinition', 'type')
