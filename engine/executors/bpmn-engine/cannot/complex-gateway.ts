/** Paths that come together when a condition over the tokens says so. */
import type { Cannot } from './cannot.ts'

/** The name is unknown to it: bpmn-elements exports no such gateway, and the drawing cannot be read. */
export const complexGateway: Cannot = {
  name: 'complex-gateway',
  reason: {
    en: 'bpmn-engine has no complex gateway: a drawing with one cannot be read by it',
    ar: 'لا توجد في bpmn-engine بوابة معقدة: لا يستطيع قراءة رسم فيه واحدة',
  },
  neededBy: ({ elements }) => elements.filter(({ kind }) => kind === 'complexGateway'),
}
