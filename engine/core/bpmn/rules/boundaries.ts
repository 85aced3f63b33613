/** An event on the border of a step hangs on a step that can be interrupted, and no two of them want the same thing. */
import { attachedTo, definitionOf, definitionsOf, isEventSubProcess, type Diagram, type Node } from '../diagram.ts'
import { childOf, isSet, textOf, type ModdleElement } from '../element.ts'
import { FLOW_NODES } from '../vocabulary.ts'
import type { Report, Rule } from './rule.ts'

export const boundaries: Rule = {
  name: 'boundaries',
  says: {
    en: 'A boundary event is attached to an activity of its own scope, interrupts where BPMN says so, and no two wait for the same.',
    ar: 'يُثبَّت الحدث الحدّي على نشاط في نطاقه، ويقاطع حيث يوجب BPMN ذلك، ولا ينتظر حدثان الشيء نفسه.',
  },
  check(diagram, report) {
    const taken = new Set<string>()
    for (const node of diagram.nodes.filter((it) => it.type === 'bpmn:BoundaryEvent')) {
      checkHost(node, diagram, report)
      if (definitionOf(node, 'bpmn:ErrorEventDefinition') && !isSet(node.element, 'cancelActivity'))
        report.error(
          node.element,
          {
            en: `Expected the error event ${node.id} to interrupt, but cancelActivity is false`,
            ar: `يجب أن يقاطع حدث الخطأ ${node.id} الخطوة، لكن cancelActivity=false`,
          },
          { en: 'Set cancelActivity="true"', ar: 'اجعل cancelActivity="true"' },
        )
      checkTaken(node, attachedTo(node)?.id ?? '', taken, report)
    }
    for (const scope of diagram.nodes) checkEventSubProcesses(scope, report)
  },
}

function checkHost(node: Node, diagram: Diagram, report: Report): void {
  const attached = attachedTo(node)
  const host = diagram.nodes.find((it) => it.element === attached)
  const fits = host && FLOW_NODES[host.type as keyof typeof FLOW_NODES] === 'activity' && !isEventSubProcess(host)
  if (fits && host.parent === node.parent) return
  report.error(
    node.element,
    {
      en: `Expected ${node.id} to be attached to a task, subprocess or call activity beside it, but found ${host?.id ?? 'nothing'}`,
      ar: `يجب أن يُثبَّت ${node.id} على مهمة أو إجراء فرعي أو استدعاء بجواره، لكن وُجد ${host?.id ?? 'لا شيء'}`,
    },
    { en: 'Attach it to an activity of the same scope', ar: 'ثبّته على نشاط في النطاق نفسه' },
  )
}

function checkEventSubProcesses(scope: Node, report: Report): void {
  const taken = new Set<string>()
  for (const start of scope.children
    .filter(isEventSubProcess)
    .flatMap((it) => it.children.filter((at) => at.type === 'bpmn:StartEvent')))
    checkTaken(start, '', taken, report)
}

function checkTaken(node: Node, place: string, taken: Set<string>, report: Report): void {
  for (const wants of definitionsOf(node).flatMap((it) => wanted(it) ?? [])) {
    const key = `${place} ${wants}`
    if (taken.has(key)) twice(node, wants, report)
    taken.add(key)
  }
}

const ONCE: Readonly<Record<string, string>> = {
  'bpmn:CompensateEventDefinition': 'compensation',
  'bpmn:CancelEventDefinition': 'cancel',
}

/** What an event waits for that may stand only once at a place; timers may be many. */
function wanted(definition: ModdleElement): string | undefined {
  if (definition.$type === 'bpmn:ErrorEventDefinition')
    return `error ${textOf(childOf(definition, 'errorRef'), 'errorCode') ?? '*'}`
  if (definition.$type === 'bpmn:EscalationEventDefinition')
    return `escalation ${textOf(childOf(definition, 'escalationRef'), 'escalationCode') ?? '*'}`
  if (definition.$type === 'bpmn:MessageEventDefinition')
    return `message ${textOf(childOf(definition, 'messageRef'), 'name') ?? ''}`
  if (definition.$type === 'bpmn:SignalEventDefinition')
    return `signal ${textOf(childOf(definition, 'signalRef'), 'name') ?? ''}`
  return ONCE[definition.$type]
}

function twice(node: Node, wants: string, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected one event for ${wants} at this place, but ${node.id} is a second one`,
      ar: `يجب أن يوجد حدث واحد لـ ${wants} في هذا الموضع، لكن ${node.id} ثانٍ`,
    },
    { en: 'Remove one of the two', ar: 'احذف أحدهما' },
  )
}
