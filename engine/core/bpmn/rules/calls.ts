/** A call activity calls a process that is there, in this package or in a pinned shared one, and that can be called. */
import { isFeel } from '../../feel/feel.ts'
import { quoted } from '../../finding.ts'
import { extensionOf, textOf } from '../element.ts'
import type { Rule } from './rule.ts'

export const calls: Rule = {
  name: 'calls',
  check(diagram, report, links) {
    for (const node of diagram.nodes.filter((it) => it.type === 'bpmn:CallActivity')) {
      const id = textOf(extensionOf(node.element, 'zeebe:CalledElement'), 'processId')
      if (id === undefined)
        report.error(
          node.element,
          {
            en: `Expected ${node.id} to have zeebe:calledElement with a processId, but found none`,
            ar: `يجب أن يكون للعنصر ${node.id} عنصر zeebe:calledElement له processId، لكن لم يوجد`,
          },
          { en: 'Name the process to call', ar: 'سمِّ الإجراء المستدعى' },
        )
      else if (links && !links.unread && !isFeel(id) && links.processes.get(id)?.noneStart !== true)
        report.error(
          node.element,
          {
            en: `Expected ${node.id} to call a process with a none start event, of this package or of one under "uses" in workflow.json, but ${quoted(id)} is none`,
            ar: `يجب أن يستدعي ${node.id} إجراءً له حدث بدء بلا مُطلِق، من هذه الحزمة أو من حزمة ضمن "uses" في workflow.json، لكن ${quoted(id)} ليس كذلك`,
          },
          {
            en: 'Add the process, add the shared package to "uses", or correct processId',
            ar: 'أضف الإجراء أو أضف الحزمة المشتركة إلى "uses" أو صحّح processId',
          },
        )
    }
  },
}
