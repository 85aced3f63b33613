/** A multi-instance activity that tells of its instances says by which signal or escalation, so that its edge can catch it. */
import { quoted } from '../../finding.ts'
import type { Node } from '../diagram.ts'
import { childOf, childrenOf, textOf, type ModdleElement } from '../element.ts'
import type { Report, Rule } from './rule.ts'

export const loopEvents: Rule = {
  name: 'loop-events',
  says: {
    en: 'A multi-instance activity with behaviour None, One or Complex says which signals or escalations it throws.',
    ar: 'النشاط المتعدد بسلوك None أو One أو Complex يبيّن أي إشارات أو تصعيدات يرمي.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes) {
      const drawn = childOf(node.element, 'loopCharacteristics')
      if (drawn?.$type === 'bpmn:MultiInstanceLoopCharacteristics') checkLoop(node, drawn, report)
    }
  },
}

const REFERENCES = { None: 'noneBehaviorEventRef', One: 'oneBehaviorEventRef' } as const

function checkLoop(node: Node, drawn: ModdleElement, report: Report): void {
  const behavior = textOf(drawn, 'behavior') ?? 'All'
  const complex = childrenOf(drawn, 'complexBehaviorDefinition')
  if (!['None', 'One', 'All', 'Complex'].includes(behavior)) return wrong(node, behavior, report)
  for (const [name, reference] of Object.entries(REFERENCES)) {
    const definition = childOf(drawn, reference)
    if ((behavior === name) !== (definition !== undefined) || (definition && !isThrowable(definition)))
      wrong(node, behavior, report)
  }
  if ((behavior === 'Complex') !== complex.length > 0 || !complex.every(isWhole)) wrong(node, behavior, report)
}

function isWhole(definition: ModdleElement): boolean {
  const thrown = childrenOf(childOf(definition, 'event'), 'eventDefinitions')
  return childOf(definition, 'condition') !== undefined && thrown.length === 1 && thrown.every(isThrowable)
}

function isThrowable(definition: ModdleElement): boolean {
  if (definition.$type === 'bpmn:SignalEventDefinition')
    return textOf(childOf(definition, 'signalRef'), 'name') !== undefined
  if (definition.$type !== 'bpmn:EscalationEventDefinition') return false
  const code = textOf(childOf(definition, 'escalationRef'), 'escalationCode')
  return code !== undefined && !code.startsWith('=')
}

function wrong(node: Node, behavior: string, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected ${node.id} with behavior ${quoted(behavior)} to name the signals or escalations it throws and no others: None by noneBehaviorEventRef, One by oneBehaviorEventRef, Complex by complexBehaviorDefinition with condition and event, All none`,
      ar: `يجب أن يسمّي ${node.id} بالسلوك ${quoted(behavior)} الإشارات أو التصعيدات التي يرميها دون غيرها: None في noneBehaviorEventRef، وOne في oneBehaviorEventRef، وComplex في complexBehaviorDefinition بشرط وحدث، وAll بلا شيء`,
    },
    {
      en: 'Refer to a signal with a name or an escalation with a literal code, or set behavior="All"',
      ar: 'أشر إلى إشارة لها اسم أو تصعيد له رمز نصّي، أو اجعل behavior="All"',
    },
  )
}
