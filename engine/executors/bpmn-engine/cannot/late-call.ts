/** Calls that take another version than the one deployed with them. */
import type { Cannot } from './cannot.ts'

export const lateCall: Cannot = {
  name: 'late-call',
  reason: {
    en: 'bpmn-engine reads a drawing and all it calls at once, before the case runs: which version a call takes cannot be left open',
    ar: 'يقرأ bpmn-engine الرسم وكل ما يستدعيه دفعة واحدة قبل جريان المعاملة: لا يمكن ترك الإصدار المستدعى مفتوحًا',
  },
  neededBy: ({ elements }) => elements.filter((it) => it.kind === 'callActivity' && it.binding !== undefined),
}
