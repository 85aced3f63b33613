/** Variables of a procedure's or step's own (bpmn:property): there from its beginning on, each with what it begins with. */
import { FLOW_NODES } from '../../../../engine/core/bpmn/vocabulary.ts'
import type { ModdleElement } from '../../../../engine/core/bpmn/element.ts'
import type { Editing } from '../editing.ts'
import type { Group } from '../entry.ts'
import { children, text } from '../extensions.ts'
import { PROPERTIES, rowValue, setRow, type Row } from '../rows.ts'

const DEFAULT = 'masar:default'

const FAMILIES: Readonly<Record<string, string>> = { ...FLOW_NODES, 'bpmn:Process': 'activity' }

export const variables: Group = {
  id: 'variables',
  title: { ar: 'متغيرات خاصة', en: 'Variables of its own' },
  isFor: ({ $type }) => FAMILIES[$type] === 'activity',
  entries: ({ element, edit }) => [
    {
      kind: 'rows',
      id: 'properties',
      label: { ar: 'المتغيرات وقيمها عند البداية', en: 'Variables, and what they begin with' },
      hint: {
        ar: 'قيمة بلا متغيرات، مثل ‎=0‎ أو ‎=[]‎. بلا كتابة: لا قيمة.',
        en: 'A value that names no variable, like =0 or =[]. Where nothing is written, there is no value.',
      },
      columns: { name: { ar: 'اسم المتغير', en: 'Variable' }, value: { ar: 'القيمة', en: 'Value' } },
      feel: true,
      rows: children(edit, element, 'properties').map((it) => ({
        name: text(edit, it, 'name'),
        value: rowValue(edit, it, PROPERTIES, DEFAULT) ?? '',
      })),
      write: (rows) => (change) => setVariables(change, element, rows),
      rules: ['data'],
      words: ['a property of', DEFAULT],
    },
  ],
}

/** One that stays keeps all else it has: its type, its documentation, arrows that end at it. */
function setVariables(edit: Editing, element: ModdleElement, rows: readonly Row[]): void {
  const before = children(edit, element, 'properties')
  const free = [...before]
  const after = rows.map(({ name, value }, index) => {
    const same =
      free.find((it) => text(edit, it, 'name') === name) ?? (rows.length === before.length ? before[index] : undefined)
    const kept = same !== undefined && free.includes(same) ? same : edit.make('bpmn:Property', { name }, element)
    if (free.includes(kept)) free.splice(free.indexOf(kept), 1)
    if (text(edit, kept, 'name') !== name) edit.set(kept, 'name', name)
    if ((rowValue(edit, kept, PROPERTIES, DEFAULT) ?? '') !== value)
      setRow(edit, kept, PROPERTIES, DEFAULT, value === '' ? undefined : value)
    return kept
  })
  edit.set(element, 'properties', after)
}
