/** Branches that meet again although not all of them were taken. */
import type { Cannot } from './cannot.ts'

/** Its gateway of that name only splits: seen as a join it runs once for each token (bpmn-elements, InclusiveGateway). */
export const inclusiveJoin: Cannot = {
  name: 'inclusive-join',
  reason: {
    en: 'bpmn-engine has no inclusive join: it lets every token go on by itself, where BPMN waits for all that can still come (13.4.3)',
    ar: 'لا يعرف bpmn-engine بوابة شاملة تجمع المسارات: يدع كل رمز يمضي وحده، بينما ينتظر BPMN كل رمز قد يصل بعد (13.4.3)',
  },
  neededBy: ({ elements }) =>
    elements.filter(({ kind, incoming }) => kind === 'inclusiveGateway' && incoming.length > 1),
}
