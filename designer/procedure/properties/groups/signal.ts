/** Which signal is heard or thrown. */
import type { Group } from '../entry.ts'
import { rootEntries, SIGNAL } from '../root.ts'
import { eventDefinition } from '../tree.ts'

export const signal: Group = {
  id: 'signal',
  title: { ar: 'الإشارة', en: 'Signal' },
  isFor: (element, edit) => eventDefinition(edit, element, 'bpmn:SignalEventDefinition') !== undefined,
  entries(subject) {
    const holder = eventDefinition(subject.edit, subject.element, 'bpmn:SignalEventDefinition')
    return holder === undefined ? [] : rootEntries(subject, holder, SIGNAL, WORDS)
  },
}

const WORDS = {
  choose: {
    id: 'signal',
    label: { ar: 'الإشارة', en: 'Signal' },
    hint: {
      ar: 'تبلغ كل من ينتظر اسمها في الجهة الآن.',
      en: 'Goes to everybody in the agency who waits for its name now.',
    },
    rules: ['signals'],
  },
  other: { id: 'newSignal', label: { ar: 'إشارة أخرى باسم', en: 'Another signal, called' } },
  none: { ar: 'لم تُختر بعد', en: 'Not chosen yet' },
}
