/** A conditional event says its condition; a filter on it names variables and ways in which they change. */
import { quoted } from '../../finding.ts'
import { isChange } from '../compile/triggers/conditional.ts'
import { definitionsOf, type Node } from '../diagram.ts'
import { childOf, extensionOf, textOf, type ModdleElement } from '../element.ts'
import { isProcessStart } from '../starts.ts'
import { isVariableName, namesIn } from '../variable.ts'
import type { Report, Rule } from './rule.ts'

export const conditionalEvents: Rule = {
  name: 'conditional-events',
  says: {
    en: 'A conditional event has a condition in FEEL; its filter names variables and kinds of change.',
    ar: 'للحدث الشرطي شرط بلغة FEEL، ويسمّي مرشّحه متغيرات وأنواع تغيّر.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes)
      for (const definition of definitionsOf(node))
        if (definition.$type === 'bpmn:ConditionalEventDefinition') checkEvent(node, definition, report)
  },
}

function checkEvent(node: Node, definition: ModdleElement, report: Report): void {
  if (textOf(childOf(definition, 'condition'), 'body') === undefined)
    report.error(
      node.element,
      {
        en: `Expected ${node.id} to have a condition, but found none`,
        ar: `يجب أن يكون للحدث ${node.id} شرط، لكن لم يوجد`,
      },
      { en: 'Write a FEEL condition, e.g. =amount > 100', ar: 'اكتب شرط FEEL، مثل ‎=amount > 100‎' },
    )
  const filter = extensionOf(definition, 'zeebe:ConditionalFilter')
  const wrongName = namesIn(textOf(filter, 'variableNames')).find((it) => !isVariableName(it))
  if (wrongName !== undefined) noVariable(node, wrongName, report)
  const events = namesIn(textOf(filter, 'variableEvents'))
  const wrongEvent = events.find((it) => !isChange(it))
  if (wrongEvent !== undefined) noChange(node, wrongEvent, report)
  else if (events.length > 0 && isProcessStart(node)) noCaseYet(node, report)
}

function noVariable(node: Node, found: string, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected names of variables with commas between them in variableNames of ${node.id}, but found ${quoted(found)}`,
      ar: `يجب أن تكون variableNames في ${node.id} أسماء متغيرات بينها فواصل، لكن وُجد ${quoted(found)}`,
    },
    { en: 'Name the variables themselves, e.g. amount, status', ar: 'سمِّ المتغيرات نفسها، مثل amount, status' },
  )
}

function noChange(node: Node, found: string, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected create, update or both in variableEvents of ${node.id}, but found ${quoted(found)}`,
      ar: `يجب أن تكون variableEvents في ${node.id} إحدى القيمتين create وupdate أو كلتيهما، لكن وُجد ${quoted(found)}`,
    },
    { en: 'Write create, update or "create, update"', ar: 'اكتب create أو update أو "create, update"' },
  )
}

function noCaseYet(node: Node, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected no variableEvents on ${node.id}, because no case exists whose variables could change, but found some`,
      ar: `يجب ألا تكون للحدث ${node.id} قيمة variableEvents لأنه لا معاملة بعدُ لتتغير متغيراتها، لكنها وُجدت`,
    },
    { en: 'Remove variableEvents', ar: 'احذف variableEvents' },
  )
}
