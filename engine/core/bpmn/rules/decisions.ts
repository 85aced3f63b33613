/** A business-rule task asks a decision that the package holds. */
import { quoted } from '../../finding.ts'
import { extensionOf, textOf } from '../element.ts'
import type { Rule } from './rule.ts'

export const decisions: Rule = {
  name: 'decisions',
  says: {
    en: 'A business rule task calls a decision of the package.',
    ar: 'تستدعي مهمة قاعدة العمل قرارًا من الحزمة.',
  },
  check(diagram, report, links) {
    for (const node of diagram.nodes.filter((it) => it.type === 'bpmn:BusinessRuleTask')) {
      const called = extensionOf(node.element, 'zeebe:CalledDecision')
      const job = extensionOf(node.element, 'zeebe:TaskDefinition')
      const id = textOf(called, 'decisionId')
      const complete = id !== undefined && textOf(called, 'resultVariable') !== undefined
      if (job ? called !== undefined : !complete)
        report.error(
          node.element,
          {
            en: `Expected either zeebe:calledDecision with decisionId and resultVariable or a zeebe:taskDefinition on ${node.id}`,
            ar: `يجب أن يكون في ${node.id} إما zeebe:calledDecision له decisionId وresultVariable أو zeebe:taskDefinition`,
          },
          {
            en: 'Name the decision and the variable its result goes to',
            ar: 'سمِّ القرار والمتغير الذي تُحفظ فيه نتيجته',
          },
        )
      else if (links && !links.unread && id !== undefined && !links.decisions.has(id))
        report.error(
          node.element,
          {
            en: `Expected decision ${quoted(id)} of ${node.id} in a .dmn file of the package, but it is not there`,
            ar: `يجب أن يوجد القرار ${quoted(id)} الذي يطلبه ${node.id} في ملف ‎.dmn‎ من الحزمة، لكنه غير موجود`,
          },
          { en: 'Add the decision or correct decisionId', ar: 'أضف القرار أو صحّح decisionId' },
        )
    }
  },
}
