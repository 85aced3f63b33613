/** What is written for colleagues, and the id an element is known by. */
import type { Editing } from '../editing.ts'
import type { Entry, Group, Subject } from '../entry.ts'
import { children, text } from '../extensions.ts'

export const notes: Group = {
  id: 'notes',
  title: { ar: 'شرح ومعرّف', en: 'Notes and id' },
  isFor: () => true,
  entries: (subject) => [documentation(subject), id(subject)],
}

function documentation({ element, edit }: Subject): Entry {
  const [first] = children(edit, element, 'documentation')
  return {
    kind: 'text',
    id: 'documentation',
    lines: 3,
    label: { ar: 'شرح للزملاء', en: 'Notes for colleagues' },
    value: text(edit, first, 'text'),
    write: (value) => (change) => setDocumentation(change, element, value.trim()),
  }
}

function setDocumentation(edit: Editing, element: Subject['element'], value: string): void {
  const [first, ...others] = children(edit, element, 'documentation')
  if (value === '') return edit.set(element, 'documentation', others)
  if (first) return edit.set(first, 'text', value)
  edit.set(element, 'documentation', [edit.make('bpmn:Documentation', { text: value }, element)])
}

const ID = /^[A-Za-z_][A-Za-z0-9_.-]*$/

function id({ element, edit }: Subject): Entry {
  const value = text(edit, element, 'id')
  return {
    kind: 'text',
    id: 'id',
    ltr: true,
    label: { ar: 'المعرّف', en: 'Id' },
    hint: {
      ar: 'تُنقل به الطلبات الجارية إلى الإصدار الجديد، فلا يُغيَّر إلا لسبب.',
      en: 'Running applications are taken over to a new version by it: change it only for a reason.',
    },
    value,
    write: (next) => (change) => {
      if (ID.test(next.trim())) change.set(element, 'id', next.trim())
    },
    rules: ['ids'],
  }
}
