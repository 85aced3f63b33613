/** Escalations are thrown and caught by a literal code that both sides can read in the drawing. */
import { definitionOf, type Node } from '../diagram.ts'
import { childOf, textOf } from '../element.ts'
import type { Rule } from './rule.ts'

export const escalations: Rule = {
  name: 'escalations',
  says: {
    en: 'An escalation has a code that both sides can read in the drawing.',
    ar: 'للتصعيد رمز يقرؤه الطرفان في الرسم.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes) {
      const definition = definitionOf(node, 'bpmn:EscalationEventDefinition')
      if (!definition) continue
      const escalation = childOf(definition, 'escalationRef')
      const code = textOf(escalation, 'escalationCode')
      if (isGood(node, escalation !== undefined, code)) continue
      const found = code === undefined ? '-' : `"${code.slice(0, 60)}"`
      report.error(
        node.element,
        {
          en: `Expected ${node.id} to refer to an escalation with a literal escalationCode, but found ${found}`,
          ar: `يجب أن يشير ${node.id} إلى تصعيد له escalationCode نصّي، لكن وُجد ${found}`,
        },
        {
          en: 'Choose an escalation and give it a code, e.g. LATE; a catch event without an escalation catches all',
          ar: 'اختر تصعيدًا وأعطه رمزًا مثل LATE؛ وحدث الالتقاط بلا تصعيد يلتقط كل تصعيد',
        },
      )
    }
  },
}

/** Only a catch may leave the escalation open, and then catches every one. */
function isGood(node: Node, named: boolean, code: string | undefined): boolean {
  if (code !== undefined) return !code.startsWith('=')
  return !named && (node.type === 'bpmn:BoundaryEvent' || node.type === 'bpmn:StartEvent')
}
