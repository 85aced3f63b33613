/** Work that is canceled as a whole; one that nobody can cancel is run like a subprocess. */
import type { Element } from '../../../core/program.ts'
import type { Cannot } from './cannot.ts'

/** ProcessExecution, `_onCancel`: asks all handlers to compensate at once and in drawing order, and breaks off the rest. */
export const transaction: Cannot = {
  name: 'transaction',
  reason: {
    en: 'bpmn-engine undoes a canceled transaction in the order of the drawing, all at once; BPMN undoes the activity completed last first, and leaves by the cancel event when all are undone (10.3.5, 13.5.5)',
    ar: 'يبطل bpmn-engine المعاملة الملغاة بترتيب الرسم ودفعة واحدة، بينما يبطل BPMN آخر ما اكتمل أولًا ويغادر من حدث الإلغاء بعد إبطال الجميع (10.3.5, 13.5.5)',
  },
  neededBy: ({ elements }) => elements.filter((element) => isCanceling(element)),
}

function isCanceling(element: Element): boolean {
  if ('trigger' in element && element.trigger?.kind === 'cancel') return true
  return 'throws' in element && element.throws?.kind === 'cancel'
}
