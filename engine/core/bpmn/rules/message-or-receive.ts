/** Behind one event-based gateway messages are waited for in one way: by events, or by receive tasks. */
import { definitionOf, type Node } from '../diagram.ts'
import type { Rule } from './rule.ts'

const isMessageEvent = (node: Node): boolean =>
  node.type === 'bpmn:IntermediateCatchEvent' && definitionOf(node, 'bpmn:MessageEventDefinition') !== undefined

/** BPMN 2.0.2, 10.6.6: "If Message Intermediate Events are used in the configuration, then Receive Tasks MUST NOT be used". */
export const messageOrReceive: Rule = {
  name: 'message-or-receive',
  says: {
    en: 'Message events and receive tasks do not stand behind the same event-based gateway.',
    ar: 'لا تقف أحداث الرسائل ومهام الاستلام خلف البوابة نفسها القائمة على الأحداث.',
  },
  check(diagram, report) {
    for (const gateway of diagram.nodes.filter((it) => it.type === 'bpmn:EventBasedGateway')) {
      const targets = gateway.outgoing.flatMap((flow) => flow.to ?? [])
      const task = targets.find((it) => it.type === 'bpmn:ReceiveTask')
      if (!task || !targets.some(isMessageEvent)) continue
      report.error(
        task.element,
        {
          en: `Expected only message events or only receive tasks behind ${gateway.id}, but ${task.id} stands beside message events`,
          ar: `يجب أن تقف خلف ${gateway.id} أحداث رسائل وحدها أو مهام استلام وحدها، لكن ${task.id} تقف بجانب أحداث رسائل`,
        },
        { en: 'Draw a message catch event in its place', ar: 'ارسم حدث انتظار رسالة مكانها' },
      )
    }
  },
}
