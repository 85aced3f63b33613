/** An event with several triggers: whether one of them is enough. */
import type { Group } from '../entry.ts'
import { children } from '../extensions.ts'
import { tick } from '../fields.ts'

const WAITS = ['bpmn:StartEvent', 'bpmn:IntermediateCatchEvent', 'bpmn:BoundaryEvent']

export const severalEvents: Group = {
  id: 'several',
  title: { ar: 'عدة أسباب', en: 'Several triggers' },
  isFor: (element, edit) => WAITS.includes(element.$type) && children(edit, element, 'eventDefinitions').length > 1,
  entries: (subject) => [
    tick(subject, subject.element, 'parallelMultiple', false, {
      id: 'parallelMultiple',
      label: { ar: 'تلزم كلها', en: 'All of them are needed' },
      hint: { ar: 'وإلا كفى واحد منها.', en: 'Else one of them is enough.' },
      rules: ['multiple-events'],
    }),
  ],
}
