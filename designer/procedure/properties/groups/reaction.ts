/** Whether an event on an edge, or one that starts an event subprocess, ends what it stands beside. */
import type { ModdleElement } from '../../../../engine/core/bpmn/element.ts'
import type { Editing } from '../editing.ts'
import type { Group } from '../entry.ts'
import { tick } from '../fields.ts'
import { eventDefinition } from '../tree.ts'

/** They always end it. */
const ENDING = ['bpmn:ErrorEventDefinition', 'bpmn:CompensateEventDefinition', 'bpmn:CancelEventDefinition']

export const reaction: Group = {
  id: 'reaction',
  title: { ar: 'ما يحدث عندها', en: 'What happens then' },
  isFor: (element, edit) =>
    (element.$type === 'bpmn:BoundaryEvent' || startsEventSubProcess(element)) &&
    ENDING.every((it) => eventDefinition(edit, element, it) === undefined),
  entries: (subject) => [
    tick(subject, subject.element, attributeOf(subject.element), true, {
      id: 'interrupting',
      label:
        subject.element.$type === 'bpmn:BoundaryEvent'
          ? { ar: 'تنتهي الخطوة', en: 'The step ends' }
          : { ar: 'ينتهي ما يجري حولها', en: 'What runs around it ends' },
      hint: {
        ar: 'وإلا استمرت، وسار المسار الجديد إلى جانبها.',
        en: 'Else it goes on, and the new way runs beside it.',
      },
    }),
  ],
}

const startsEventSubProcess = ({ $type, $parent }: ModdleElement): boolean =>
  $type === 'bpmn:StartEvent' && $parent?.get('triggeredByEvent') === true

const attributeOf = ({ $type }: ModdleElement): string =>
  $type === 'bpmn:BoundaryEvent' ? 'cancelActivity' : 'isInterrupting'

export const interrupts = (edit: Pick<Editing, 'get'>, element: ModdleElement): boolean =>
  edit.get(element, attributeOf(element)) !== false
