/** Undoing what was completed. */
import type { Element } from '../../../core/program.ts'
import type { Cannot } from './cannot.ts'

/** CompensateEventDefinition: `executeThrow` completes at once, and its message goes to the elements in drawing order. */
export const compensation: Cannot = {
  name: 'compensation',
  reason: {
    en: 'bpmn-engine does not wait for the compensation it throws, and begins the handlers in the order of the drawing; BPMN undoes the activity completed last first and then goes on (13.5.5)',
    ar: 'لا ينتظر bpmn-engine التعويض الذي يطلقه، ويبدأ معالجاته بترتيب الرسم، بينما يبطل BPMN آخر ما اكتمل أولًا ثم يمضي (13.5.5)',
  },
  neededBy: ({ elements }) => elements.filter((element) => isOfCompensation(element)),
}

function isOfCompensation(element: Element): boolean {
  if ('trigger' in element && element.trigger?.kind === 'compensation') return true
  return 'throws' in element && element.throws?.kind === 'compensation'
}
