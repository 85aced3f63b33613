/** A process begins in ways that everybody can see: start events, or without any the steps no arrow leads to. */
import { isEventSubProcess, type Node } from '../diagram.ts'
import { childrenOf, isSet } from '../element.ts'
import { beginningsOf, hasStartEvent, startEventsOf } from '../starts.ts'
import { SUB_PROCESSES } from '../vocabulary.ts'
import type { Report, Rule } from './rule.ts'

export const startEvents: Rule = {
  name: 'start-events',
  says: {
    en: 'A process or subprocess begins in a way that everybody can see.',
    ar: 'يبدأ الإجراء أو الإجراء الفرعي بطريقة يراها الجميع.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes)
      if (isEventSubProcess(node)) checkEventSubProcess(node, report)
      else if (node.parent === undefined || SUB_PROCESSES.has(node.type)) checkScope(node, report)
  },
}

/** A process may also be begun by events alone. */
function checkScope(node: Node, report: Report): void {
  const begins = beginningsOf(node).length > 0 || (node.parent === undefined && hasStartEvent(node))
  if (!begins)
    found(
      node,
      'a start event, or an activity or gateway without incoming flows,',
      'حدث بدء أو نشاط أو بوابة بلا أسهم داخلة',
      0,
      report,
    )
}

function checkEventSubProcess(node: Node, report: Report): void {
  const starts = startEventsOf(node)
  if (starts.length !== 1) found(node, 'one start event with a trigger', 'حدث بدء واحد له مُطلِق', starts.length, report)
  for (const start of starts) {
    const onError = childrenOf(start.element, 'eventDefinitions').some((it) => it.$type === 'bpmn:ErrorEventDefinition')
    if (onError && !isSet(start.element, 'isInterrupting'))
      report.error(
        start.element,
        {
          en: 'Expected an error start event to interrupt, but isInterrupting is false',
          ar: 'يجب أن يقاطع حدث البدء بخطأ ما حوله، لكن isInterrupting=false',
        },
        { en: 'Set isInterrupting="true"', ar: 'اجعل isInterrupting="true"' },
      )
  }
}

function found(node: Node, en: string, ar: string, number: number, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected ${en} in ${node.id}, but found ${String(number)}`,
      ar: `يجب أن يوجد ${ar} في ${node.id}، لكن وُجد ${String(number)}`,
    },
    { en: 'Draw the start events that are needed', ar: 'ارسم أحداث البدء اللازمة' },
  )
}
