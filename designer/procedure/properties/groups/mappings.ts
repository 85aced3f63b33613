/** What a step takes from the application, and what it gives back. */
import { EXTENSIONS } from '../../../../engine/core/bpmn/vocabulary.ts'
import type { Entry, Group, Subject } from '../entry.ts'
import { INPUTS, OUTPUTS, rowsOf, setRows, type RowKind } from '../rows.ts'
import type { Text } from '../../../../engine/core/text.ts'

export const mappings: Group = {
  id: 'mappings',
  title: { ar: 'البيانات: ما يدخل وما يخرج', en: 'Data in and out' },
  isFor: ({ $type }) => EXTENSIONS[$type]?.includes('zeebe:IoMapping') === true,
  entries: (subject) => [
    ...(takesNothing(subject) ? [] : [rows(subject, 'inputs', INPUTS, { ar: 'المدخلات', en: 'Inputs' }, 'input')]),
    rows(subject, 'outputs', OUTPUTS, { ar: 'المخرجات', en: 'Outputs' }, 'output'),
  ],
}

/** Its event has happened when it is entered. */
const takesNothing = ({ element }: Subject): boolean =>
  element.$type === 'bpmn:StartEvent' || element.$type === 'bpmn:BoundaryEvent'

function rows({ element, edit }: Subject, id: string, kind: RowKind, label: Text, word: string): Entry {
  return {
    kind: 'rows',
    id,
    label,
    columns: { name: { ar: 'اسم المتغير', en: 'Variable' }, value: { ar: 'القيمة', en: 'Value' } },
    feel: true,
    rows: rowsOf(edit, element, kind),
    write: (next) => (change) => setRows(change, element, kind, next),
    rules: ['mappings', 'feel', 'jobs'],
    words: [`${word} mapping`, `${word} target`, `zeebe:${word}`, `${word} "service"`],
  }
}
