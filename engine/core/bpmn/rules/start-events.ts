/** A process begins in one way that everybody can see: one none start, or message and timer starts. */
import { isEventSubProcess, type Node } from '../diagram.ts'
import { childrenOf, isSet } from '../element.ts'
import type { Report, Rule } from './rule.ts'

export const startEvents: Rule = {
  name: 'start-events',
  check(diagram, report) {
    for (const node of diagram.nodes) {
      if (node.parent === undefined) checkProcess(node, report)
      else if (isEventSubProcess(node)) checkEventSubProcess(node, report)
      else if (node.type === 'bpmn:SubProcess')
        expectOne(node, startsOf(node).length, 'one none start event', 'حدث بدء واحد بلا مُطلِق', report)
    }
  },
}

const startsOf = (node: Node): readonly Node[] => node.children.filter((it) => it.type === 'bpmn:StartEvent')

export const noneStartsOf = (node: Node): readonly Node[] =>
  startsOf(node).filter((it) => childrenOf(it.element, 'eventDefinitions').length === 0)

function checkProcess(node: Node, report: Report): void {
  if (startsOf(node).length === 0)
    expectOne(node, 0, 'a none, message or timer start event', 'حدث بدء (بلا مُطلِق أو برسالة أو بمؤقّت)', report)
  else if (noneStartsOf(node).length > 1)
    expectOne(node, noneStartsOf(node).length, 'at most one none start event', 'حدث بدء واحد على الأكثر بلا مُطلِق', report)
}

function checkEventSubProcess(node: Node, report: Report): void {
  expectOne(node, startsOf(node).length, 'one start event with a trigger', 'حدث بدء واحد له مُطلِق', report)
  for (const start of startsOf(node)) {
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

function expectOne(node: Node, found: number, en: string, ar: string, report: Report): void {
  if (found === 1) return
  report.error(
    node.element,
    {
      en: `Expected ${en} in ${node.id}, but found ${String(found)}`,
      ar: `يجب أن يوجد ${ar} في ${node.id}، لكن وُجد ${String(found)}`,
    },
    { en: 'Draw exactly the start events that are needed', ar: 'ارسم أحداث البدء اللازمة فقط' },
  )
}
