/** Which escalation is thrown or caught, by its code. */
import type { Group } from '../entry.ts'
import { ownText } from '../fields.ts'
import { ESCALATION, rootEntries } from '../root.ts'
import { eventDefinition } from '../tree.ts'

const TYPE = 'bpmn:EscalationEventDefinition'

export const escalation: Group = {
  id: 'escalation',
  title: { ar: 'التصعيد', en: 'Escalation' },
  isFor: (element, edit) => eventDefinition(edit, element, TYPE) !== undefined,
  entries(subject) {
    const holder = eventDefinition(subject.edit, subject.element, TYPE)
    if (holder === undefined) return []
    const catches = subject.element.$type === 'bpmn:BoundaryEvent' || subject.element.$type === 'bpmn:StartEvent'
    const none = catches ? { ar: 'كل التصعيدات', en: 'All escalations' } : { ar: 'لم يُختر بعد', en: 'Not chosen yet' }
    return [
      ...rootEntries(subject, holder, ESCALATION, { ...WORDS, none }),
      ...(catches
        ? [
            ownText(subject, 'masar:escalationCodeVariable', {
              id: 'escalationCodeVariable',
              label: { ar: 'متغير يأخذ الرمز', en: 'Variable that takes the code' },
              rules: ['properties'],
              words: ['escalationCodeVariable'],
            }),
          ]
        : []),
    ]
  },
}

const WORDS = {
  choose: { id: 'escalation', label: { ar: 'رمز التصعيد', en: 'Escalation code' }, rules: ['escalations'] },
  other: { id: 'newEscalation', label: { ar: 'رمز آخر', en: 'Another code' } },
}
