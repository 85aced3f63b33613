/** A complex gateway that brings paths together says when it goes on, and which of its ways are for its start. */
import { conditionOf, defaultFlowOf, type Node } from '../diagram.ts'
import { childOf, textOf } from '../element.ts'
import type { Report, Rule } from './rule.ts'

export const complexGateway: Rule = {
  name: 'complex-gateway',
  says: {
    en: 'A complex gateway says when it goes on, unless one token suffices.',
    ar: 'تقول البوابة المركبة متى تمضي، إلا إذا كفى رمز واحد.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes.filter((it) => it.type === 'bpmn:ComplexGateway')) {
      const isJoin = node.incoming.length > 1
      if (isJoin !== (childOf(node.element, 'activationCondition') !== undefined)) wrongCondition(node, isJoin, report)
      if (isJoin && asksTwice(node)) askedTwice(node, report)
    }
  },
}

function wrongCondition(node: Node, isJoin: boolean, report: Report): void {
  report.error(
    node.element,
    isJoin
      ? {
          en: `Expected an activationCondition on ${node.id}, because several flows lead to it, but found none`,
          ar: `يجب أن يكون للبوابة ${node.id} شرط activationCondition لأن أكثر من سهم يدخلها، لكن لم يوجد`,
        }
      : {
          en: `Expected no activationCondition on ${node.id}, because it has no flows to wait for, but found one`,
          ar: `يجب ألا يكون للبوابة ${node.id} شرط activationCondition لأنه لا أسهم تنتظرها، لكنه وُجد`,
        },
    {
      en: 'Write when a join goes on, e.g. =activationCount >= 2; a split needs none',
      ar: 'اكتب متى تُتابَع البوابة الجامعة، مثل ‎=activationCount >= 2‎؛ والبوابة المفرِّقة لا تحتاج إليه',
    },
  )
}

/** 13.4.5: when the gateway resets it "then evaluates all conditions on the outgoing Sequence Flows", as it did at its start. */
function asksTwice(node: Node): boolean {
  const conditions = node.outgoing.flatMap((flow) => textOf(conditionOf(flow), 'body') ?? [])
  const mayLeaveTwice = conditions.length > 0 || defaultFlowOf(node) !== undefined
  return mayLeaveTwice && !conditions.some((text) => text.includes('waitingForStart'))
}

function askedTwice(node: Node, report: Report): void {
  report.warning(
    node.element,
    {
      en: `Expected a condition behind ${node.id} to ask waitingForStart, because all are asked again when it resets, but none does`,
      ar: `يجب أن يسأل شرط بعد ${node.id} عن waitingForStart لأن الشروط كلها تُسأل مرة أخرى عند إعادة تهيئة البوابة، لكن لا شرط يسأل عنه`,
    },
    {
      en: 'Write e.g. =waitingForStart and amount > 5 on ways that are taken once',
      ar: 'اكتب مثلًا ‎=waitingForStart and amount > 5‎ على الأسهم التي تُسلك مرة واحدة',
    },
  )
}
