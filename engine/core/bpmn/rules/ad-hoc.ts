/** An ad-hoc subprocess holds steps that can be chosen, no beginning and no end, and is steered by people and the case. */
import { extensionOf, propertiesOf, textOf } from '../element.ts'
import { quoted } from '../../finding.ts'
import type { Node } from '../diagram.ts'
import type { Links } from '../links.ts'
import type { Report, Rule } from './rule.ts'
import { namesIn } from '../variable.ts'

export const adHoc: Rule = {
  name: 'ad-hoc',
  says: {
    en: 'An ad-hoc subprocess holds neither start nor end events, and says how its steps are ordered and collected.',
    ar: 'لا يحوي الإجراء الفرعي المرن أحداث بدء ولا نهاية، ويبيّن ترتيب خطواته وجمع نتائجها.',
  },
  check(diagram, report, links) {
    for (const node of diagram.nodes.filter((it) => it.type === 'bpmn:AdHocSubProcess')) {
      for (const inner of node.children)
        if (inner.type === 'bpmn:StartEvent' || inner.type === 'bpmn:EndEvent') event(inner, report)
      checkOrdering(node, report)
      checkOutput(node, report)
      if (links) checkGroups(node, report, links)
    }
  },
}

export const groupsOf = (node: Node): readonly string[] =>
  namesIn(propertiesOf(node.element).get('masar:candidateGroups'))

/** 13.3.5: it "contains only Activities, Sequence Flows, Gateways, and Intermediate Events". */
function event(node: Node, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected no start or end event in an ad-hoc subprocess, but found ${node.id}`,
      ar: `يجب ألا يحوي الإجراء الفرعي المرن حدث بدء أو نهاية، لكن وُجد ${node.id}`,
    },
    { en: 'Remove the event; steps begin when they are chosen', ar: 'احذف الحدث؛ فالخطوات تبدأ حين تُختار' },
  )
}

function checkOrdering({ element, id }: Node, report: Report): void {
  const ordering = textOf(element, 'ordering')
  if (ordering === undefined || ordering === 'Parallel' || ordering === 'Sequential') return
  report.error(
    element,
    {
      en: `Expected the ordering of ${id} to be Parallel or Sequential, but found ${quoted(ordering)}`,
      ar: `يجب أن يكون ordering في ${id} هو Parallel أو Sequential، لكن وُجد ${quoted(ordering)}`,
    },
    { en: 'Choose one of the two', ar: 'اختر أحدهما' },
  )
}

function checkOutput({ element, id }: Node, report: Report): void {
  const extension = extensionOf(element, 'zeebe:AdHoc')
  const both = ['outputCollection', 'outputElement'].filter((name) => textOf(extension, name) !== undefined)
  if (both.length !== 1) return
  report.error(
    element,
    {
      en: `Expected outputCollection and outputElement of ${id} together, but found only one`,
      ar: `يجب أن يرد outputCollection وoutputElement معًا في ${id}، لكن وُجد أحدهما فقط`,
    },
    { en: 'Give both or none', ar: 'اكتبهما معًا أو احذفهما' },
  )
}

function checkGroups(node: Node, report: Report, links: Links): void {
  for (const group of groupsOf(node).filter((it) => !links.roles.has(it)))
    report.error(
      node.element,
      {
        en: `Expected the group that chooses in ${node.id} among the roles of workflow.json, but ${quoted(group)} is not there`,
        ar: `يجب أن تكون المجموعة التي تختار في ${node.id} من أدوار workflow.json، لكن ${quoted(group)} ليست منها`,
      },
      { en: 'Add the role with its title, or correct the name', ar: 'أضف الدور وعنوانه أو صحّح الاسم' },
    )
}
