/** Behind an event-based gateway stand only things one can wait for, each reached from nowhere else. */
import { definitionsOf, type Node } from '../diagram.ts'
import { childOf, isSet } from '../element.ts'
import type { Rule } from './rule.ts'

const CAN_WAIT: ReadonlySet<string> = new Set([
  'bpmn:MessageEventDefinition',
  'bpmn:TimerEventDefinition',
  'bpmn:SignalEventDefinition',
  'bpmn:ConditionalEventDefinition',
])

export const eventBasedGateway: Rule = {
  name: 'event-based-gateway',
  says: {
    en: 'Behind an event-based gateway stand only elements that wait, each reached from nowhere else.',
    ar: 'لا يقف خلف البوابة القائمة على الأحداث إلا ما ينتظر، ولا يُبلغ من غيرها.',
  },
  check(diagram, report) {
    const hosts = new Set(
      diagram.nodes.filter((it) => it.type === 'bpmn:BoundaryEvent').map((it) => it.element.get('attachedToRef')),
    )
    for (const gateway of diagram.nodes.filter((it) => it.type === 'bpmn:EventBasedGateway'))
      for (const flow of gateway.outgoing) {
        if (!flow.to || (canWait(flow.to) && flow.to.incoming.length === 1 && !hosts.has(flow.to.element))) continue
        report.error(
          flow.element,
          {
            en: `Expected ${gateway.id} to lead to message, timer, signal or conditional catch events or receive tasks done once, without boundary events and without other incoming flows, but found ${flow.to.id}`,
            ar: `يجب أن يقود ${gateway.id} إلى أحداث انتظار رسالة أو مؤقّت أو إشارة أو شرط أو مهام استلام تُنفَّذ مرة واحدة بلا أحداث حدّية وبلا أسهم داخلة أخرى، لكن وُجد ${flow.to.id}`,
          },
          { en: 'Put a catch event between the gateway and the step', ar: 'ضع حدث انتظار بين البوابة والخطوة' },
        )
      }
  },
}

function canWait(node: Node): boolean {
  if (node.type === 'bpmn:ReceiveTask') return childOf(node.element, 'loopCharacteristics') === undefined
  return (
    node.type === 'bpmn:IntermediateCatchEvent' &&
    definitionsOf(node).every((it) => CAN_WAIT.has(it.$type)) &&
    !isSet(node.element, 'parallelMultiple')
  )
}
