/** A dotted arrow of data: what is copied along it. Without a word of it, the arrow copies the variable it comes from, or is there for who reads. */
import { isOf, type Group, type Subject } from '../entry.ts'
import { body, children, setBody } from '../extensions.ts'
import { bodyField } from '../fields.ts'
import type { Row } from '../rows.ts'
import type { Editing } from '../editing.ts'
import type { ModdleElement } from '../../../../engine/core/bpmn/element.ts'

export const association: Group = {
  id: 'association',
  title: { ar: 'ما يُنسخ', en: 'What is copied' },
  isFor: isOf('bpmn:DataInputAssociation', 'bpmn:DataOutputAssociation'),
  entries: (subject) => [
    bodyField(subject, subject.element, 'transformation', {
      id: 'transformation',
      label: { ar: 'القيمة التي تُنسخ', en: 'The value that is copied' },
      hint: {
        ar: 'بلا كتابة: قيمة ما يبدأ منه السهم.',
        en: 'Where nothing is written, the value of what the arrow comes from.',
      },
      rules: ['data', 'feel'],
      words: ['transformation', 'data association'],
    }),
    {
      kind: 'rows',
      id: 'assignment',
      label: { ar: 'أو عدة قيم، كل واحدة إلى متغير', en: 'Or several values, each to a variable' },
      columns: { name: { ar: 'إلى المتغير', en: 'To the variable' }, value: { ar: 'القيمة', en: 'Value' } },
      feel: true,
      rows: rowsOf(subject),
      write: (rows) => (change) => setAssignments(change, subject.element, rows),
      rules: ['data', 'feel'],
      words: ['assignment'],
    },
  ],
}

const rowsOf = ({ edit, element }: Subject): readonly Row[] =>
  children(edit, element, 'assignment').map((it) => ({
    name: body(edit, it, 'to').trim().replace(/^=\s*/, ''),
    value: body(edit, it, 'from'),
  }))

function setAssignments(edit: Editing, element: ModdleElement, rows: readonly Row[]): void {
  const before = children(edit, element, 'assignment')
  edit.set(
    element,
    'assignment',
    rows.map(({ name, value }, index) => {
      const one = before[index] ?? edit.make('bpmn:Assignment', {}, element)
      setBody(edit, one, 'from', value)
      setBody(edit, one, 'to', name === '' ? '' : `=${name}`)
      return one
    }),
  )
}
