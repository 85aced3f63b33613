/** The name under which a way leaves the drawing here and goes on there. */
import type { Group } from '../entry.ts'
import { text } from '../extensions.ts'
import { eventDefinition } from '../tree.ts'

const TYPE = 'bpmn:LinkEventDefinition'

export const link: Group = {
  id: 'link',
  title: { ar: 'الوصلة', en: 'Link' },
  isFor: (element, edit) => eventDefinition(edit, element, TYPE) !== undefined,
  entries({ element, edit }) {
    const holder = eventDefinition(edit, element, TYPE)
    if (holder === undefined) return []
    return [
      {
        kind: 'text',
        id: 'link',
        label: { ar: 'اسم الوصلة، هو نفسه في طرفيها', en: 'Name of the link, the same at both ends' },
        value: text(edit, holder, 'name'),
        write: (value) => (change) => change.set(holder, 'name', value.trim() || undefined),
        rules: ['link-events'],
      },
    ]
  },
}
