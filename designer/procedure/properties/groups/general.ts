/** What every element is called, in both languages. */
import { bilingual, inBothLanguages } from '../../../../engine/core/bilingual.ts'
import type { Text } from '../../../../engine/core/text.ts'
import type { Group } from '../entry.ts'
import { text } from '../extensions.ts'

/** For readers alone, and without a name of their own. */
const NAMELESS = ['bpmn:Association', 'bpmn:Group', 'bpmn:DataInputAssociation', 'bpmn:DataOutputAssociation']

export const general: Group = {
  id: 'general',
  title: { ar: 'الاسم', en: 'Name' },
  isFor: ({ $type }) => !NAMELESS.includes($type),
  entries({ element, edit }) {
    const field = element.$type === 'bpmn:TextAnnotation' ? 'text' : 'name'
    return [
      {
        kind: 'both',
        id: 'name',
        label: { ar: 'كما يظهر على المخطط', en: 'As it stands on the drawing' },
        value: partsOf(text(edit, element, field)),
        write: (value) => (change) => change.set(element, field, joined(value) || undefined),
        rules: ['crowds'],
        words: ['characters in a name'],
      },
    ]
  },
}

const ARABIC = /\p{Script=Arabic}/u

/** A name in one language alone stands in its own field. */
export function partsOf(name: string): Text {
  if (name.includes(' · ')) return bilingual(name)
  return ARABIC.test(name) ? { ar: name, en: '' } : { ar: '', en: name }
}

export const joined = ({ ar, en }: Text): string =>
  ar.trim() !== '' && en.trim() !== '' ? inBothLanguages({ ar: ar.trim(), en: en.trim() }) : ar.trim() || en.trim()
