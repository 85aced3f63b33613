/** What every element has: its name in both languages, notes for colleagues, and the id it is known by. */
import { bilingual, inBothLanguages } from '../../../../engine/core/bilingual.ts'
import type { Text } from '../../../../engine/core/text.ts'
import type { Entry, Group, Subject } from '../entry.ts'
import type { Editing } from '../editing.ts'
import { children, text } from '../extensions.ts'

export const general: Group = {
  id: 'general',
  title: { ar: 'عام', en: 'General' },
  isFor: () => true,
  entries: (subject) => [...nameOf(subject), documentation(subject), id(subject)],
}

const ARABIC = /\p{Script=Arabic}/u

/** A name in one language alone stands in its own field. */
export function partsOf(name: string): Text {
  if (name.includes(' · ')) return bilingual(name)
  return ARABIC.test(name) ? { ar: name, en: '' } : { ar: '', en: name }
}

export const joined = ({ ar, en }: Text): string =>
  ar.trim() !== '' && en.trim() !== '' ? inBothLanguages({ ar: ar.trim(), en: en.trim() }) : ar.trim() || en.trim()

function nameOf({ element, edit }: Subject): readonly Entry[] {
  const field = element.$type === 'bpmn:TextAnnotation' ? 'text' : 'name'
  if (element.$type === 'bpmn:Association' || element.$type === 'bpmn:Group') return []
  return [
    {
      kind: 'both',
      id: 'name',
      label: { ar: 'الاسم', en: 'Name' },
      lines: 2,
      value: partsOf(text(edit, element, field)),
      write: (value) => (change) => change.set(element, field, joined(value) || undefined),
      rules: ['crowds'],
      words: ['characters in a name'],
    },
  ]
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
