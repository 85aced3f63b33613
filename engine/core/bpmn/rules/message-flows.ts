/** A dashed line of messages runs between two partners; inside one of them, what is done next is a solid line. */
import { childOf, childrenOf, type ModdleElement } from '../element.ts'
import type { Rule } from './rule.ts'

export const messageFlows: Rule = {
  name: 'message-flows',
  says: {
    en: 'A message flow joins two different pools, or what is drawn in them.',
    ar: 'يصل سهم الرسائل بين مجمّعين مختلفين أو ما رُسم فيهما.',
  },
  check(diagram, report) {
    for (const collaboration of childrenOf(diagram.definitions, 'rootElements')) {
      if (collaboration.$type !== 'bpmn:Collaboration') continue
      const pools = childrenOf(collaboration, 'participants')
      for (const flow of childrenOf(collaboration, 'messageFlows')) {
        const [from, to] = [childOf(flow, 'sourceRef'), childOf(flow, 'targetRef')]
        const [source, target] = [from && poolOf(from, pools), to && poolOf(to, pools)]
        if (source && target && source !== target) continue
        const found = !source || !target ? 'an end outside every pool' : `both ends in ${source.id ?? '?'}`
        const foundAr = !source || !target ? 'طرف خارج كل مجمّع' : `الطرفان في ${source.id ?? '?'}`
        report.error(
          flow,
          {
            en: `Expected the message flow ${flow.id ?? '?'} to join two pools, but found ${found}`,
            ar: `يجب أن يصل سهم الرسائل ${flow.id ?? '?'} بين مجمّعين، لكن وُجد: ${foundAr}`,
          },
          {
            en: 'Draw a sequence flow inside a pool, or lead the message flow to another pool',
            ar: 'ارسم سهم تسلسل داخل المجمّع، أو قُد سهم الرسائل إلى مجمّع آخر',
          },
        )
      }
    }
  },
}

/** The pool itself, or the one whose process holds the element. */
function poolOf(end: ModdleElement, pools: readonly ModdleElement[]): ModdleElement | undefined {
  let at: ModdleElement | undefined = end
  while (at && at.$type !== 'bpmn:Process') {
    if (at.$type === 'bpmn:Participant') return at
    at = at.$parent
  }
  return at && pools.find((pool) => childOf(pool, 'processRef') === at)
}
