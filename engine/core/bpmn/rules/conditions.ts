/** Where the way splits, every arrow says when it is taken: FEEL conditions on the right arrows and only there. */
import { conditionOf, defaultFlowOf, type Flow, type Node } from '../diagram.ts'
import { FLOW_NODES } from '../vocabulary.ts'
import type { Report, Rule } from './rule.ts'

const CHOOSING: ReadonlySet<string> = new Set(['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway'])

export const conditions: Rule = {
  name: 'conditions',
  says: {
    en: 'Conditions stand on the flows of elements that choose, one on each but the default.',
    ar: 'توضع الشروط على أسهم العناصر التي تختار، شرط على كل سهم عدا الافتراضي.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes) {
      checkDefault(node, report)
      if (CHOOSING.has(node.type) && node.outgoing.length > 1) checkChoice(node, report)
      else checkUnconditionalDefault(node, report)
    }
    for (const flow of diagram.flows) checkCondition(flow, report)
  },
}

function checkDefault(node: Node, report: Report): void {
  const flow = defaultFlowOf(node)
  if (!flow) return
  if (!CHOOSING.has(node.type) && familyOf(node) !== 'activity')
    report.error(
      node.element,
      {
        en: `Expected a default flow only on activities and on exclusive and inclusive gateways, but ${node.id} has one`,
        ar: `السهم الافتراضي مسموح على الأنشطة والبوابات الحصرية والشاملة فقط، لكن للعنصر ${node.id} واحدًا`,
      },
      { en: 'Draw a gateway behind the element', ar: 'ارسم بوابة بعد العنصر' },
    )
  if (!node.outgoing.some((it) => it.element === flow))
    report.error(
      node.element,
      {
        en: `Expected the default flow of ${node.id} to leave it, but ${flow.id ?? '?'} does not`,
        ar: `يجب أن يخرج السهم الافتراضي من ${node.id}، لكن ${flow.id ?? '?'} لا يخرج منه`,
      },
      { en: 'Choose one of its outgoing flows', ar: 'اختر أحد أسهمه الخارجة' },
    )
}

function checkChoice(node: Node, report: Report): void {
  for (const flow of node.outgoing) {
    const isDefault = flow.element === defaultFlowOf(node)
    if (isDefault) checkUnconditionalDefault(node, report)
    else if (!conditionOf(flow))
      report.error(
        flow.element,
        {
          en: `Expected a condition on ${flow.id}, because ${node.id} chooses between flows, but found none`,
          ar: `يجب أن يكون للسهم ${flow.id} شرط لأن ${node.id} يختار بين الأسهم، لكن لا شرط له`,
        },
        { en: 'Write a FEEL condition, or make it the default flow', ar: 'اكتب شرط FEEL أو اجعله السهم الافتراضي' },
      )
  }
}

function checkUnconditionalDefault(node: Node, report: Report): void {
  const flow = node.outgoing.find((it) => it.element === defaultFlowOf(node))
  if (!flow || !conditionOf(flow)) return
  report.error(
    flow.element,
    {
      en: `Expected the default flow ${flow.id} without a condition, but it has one`,
      ar: `يجب أن يكون السهم الافتراضي ${flow.id} بلا شرط، لكن له شرطًا`,
    },
    {
      en: 'Remove the condition: a default flow is taken when no other is',
      ar: 'احذف الشرط: يُسلك السهم الافتراضي حين لا يُسلك غيره',
    },
  )
}

const familyOf = (node: Node): string | undefined => FLOW_NODES[node.type as keyof typeof FLOW_NODES]

function checkCondition(flow: Flow, report: Report): void {
  const condition = conditionOf(flow)
  if (!condition || !flow.from) return
  if (!CHOOSING.has(flow.from.type) && familyOf(flow.from) !== 'activity')
    report.error(
      flow.element,
      {
        en: `Expected no condition on ${flow.id}: it leaves a ${flow.from.type}, which does not choose`,
        ar: `يجب ألا يكون للسهم ${flow.id} شرط: فهو يخرج من ${flow.from.type} الذي لا يختار`,
      },
      { en: 'Remove the condition or draw an exclusive gateway', ar: 'احذف الشرط أو ارسم بوابة حصرية' },
    )
}
