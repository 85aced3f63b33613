/** What must become true for a conditional event, and which changes it listens to. */
import { namesIn } from '../../../../engine/core/bpmn/variable.ts'
import type { Group } from '../entry.ts'
import { attribute, setAttribute } from '../extensions.ts'
import { bodyField, textAttribute } from '../fields.ts'
import { eventDefinition } from '../tree.ts'

const TYPE = 'bpmn:ConditionalEventDefinition'
const FILTER = 'zeebe:ConditionalFilter'

export const condition: Group = {
  id: 'condition',
  title: { ar: 'الشرط', en: 'Condition' },
  isFor: (element, edit) => eventDefinition(edit, element, TYPE) !== undefined,
  entries(subject) {
    const holder = eventDefinition(subject.edit, subject.element, TYPE)
    if (holder === undefined) return []
    return [
      bodyField(subject, holder, 'condition', {
        id: 'condition',
        label: { ar: 'يحدث حين يصير صحيحًا', en: 'Happens when this becomes true' },
        expected: { type: 'boolean' },
        rules: ['conditional-events', 'feel'],
        words: ['condition'],
      }),
      textAttribute(
        subject,
        FILTER,
        'variableNames',
        {
          id: 'variableNames',
          label: { ar: 'عند تغيّر هذه المتغيرات فقط', en: 'Only when these variables change' },
          hint: { ar: 'أسماء بينها فواصل.', en: 'Names with commas between them.' },
          rules: ['conditional-events', 'feel'],
          words: ['variableNames'],
        },
        holder,
      ),
      {
        kind: 'several',
        id: 'variableEvents',
        label: { ar: 'وعند هذه التغييرات فقط', en: 'And only on these changes' },
        value: namesIn(attribute(subject.edit, holder, FILTER, 'variableEvents')),
        choices: [
          { value: 'create', label: { ar: 'حين يُعطى أول مرة', en: 'When it is first given' } },
          { value: 'update', label: { ar: 'حين يتغيّر', en: 'When it changes' } },
        ],
        write: (value) => (change) => setAttribute(change, holder, FILTER, 'variableEvents', value.join(',')),
      },
    ]
  },
}
