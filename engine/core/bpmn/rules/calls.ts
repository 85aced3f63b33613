/** A call activity calls a process that is there, in this package or in a pinned shared one, and says where it begins. */
import { isFeel } from '../../feel/feel.ts'
import { quoted } from '../../finding.ts'
import type { Node } from '../diagram.ts'
import { extensionOf, isWritten, propertiesOf, textOf } from '../element.ts'
import type { CallableProcess } from '../links.ts'
import type { Report, Rule } from './rule.ts'

export const calls: Rule = {
  name: 'calls',
  says: {
    en: 'A call activity calls a process that is there, and says where it begins.',
    ar: 'يستدعي نشاط الاستدعاء إجراءً موجودًا ويقول من أين يبدأ.',
  },
  check(diagram, report, links) {
    for (const node of diagram.nodes.filter((it) => it.type === 'bpmn:CallActivity')) {
      const id = textOf(extensionOf(node.element, 'zeebe:CalledElement'), 'processId')
      checkBinding(node, report)
      if (id === undefined) unnamed(node, report)
      else if (links && !links.unread && !isFeel(id)) checkCalled(node, id, links.processes.get(id), report)
    }
  },
}

const BINDINGS = ['deployment', 'latest', 'versionTag']

function checkBinding(node: Node, report: Report): void {
  const called = extensionOf(node.element, 'zeebe:CalledElement')
  const tag = textOf(called, 'versionTag')
  const written = called && isWritten(called, 'bindingType') ? (textOf(called, 'bindingType') ?? '') : 'deployment'
  if (BINDINGS.includes(written) && (written === 'versionTag') === (tag !== undefined) && !isFeel(tag ?? '')) return
  report.error(
    node.element,
    {
      en: `Expected bindingType of ${node.id} to be deployment, latest, or versionTag with a plain versionTag, but found ${quoted(written)} and ${quoted(tag ?? '')}`,
      ar: `يجب أن يكون bindingType في ${node.id} هو deployment أو latest أو versionTag مع versionTag نصّي، لكن وُجد ${quoted(written)} و${quoted(tag ?? '')}`,
    },
    {
      en: 'Write deployment for what was deployed with it, latest for the newest version, versionTag for the newest of that tag',
      ar: 'اكتب deployment لما نُشر معه، أو latest لأحدث إصدار، أو versionTag لأحدث إصدار بتلك العلامة',
    },
  )
}

function checkCalled(node: Node, id: string, called: CallableProcess | undefined, report: Report): void {
  if (called?.begins !== true) return uncallable(node, id, report)
  const named = propertiesOf(node.element).get('masar:startEvent')
  const fits = called.choices.length === 0 ? named === undefined : called.choices.includes(named ?? '')
  if (!fits) wrongStart(node, called.choices, named, report)
}

function unnamed(node: Node, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected ${node.id} to have zeebe:calledElement with a processId, but found none`,
      ar: `يجب أن يكون للعنصر ${node.id} عنصر zeebe:calledElement له processId، لكن لم يوجد`,
    },
    { en: 'Name the process to call', ar: 'سمِّ الإجراء المستدعى' },
  )
}

function uncallable(node: Node, id: string, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected ${node.id} to call a process that begins without a trigger, of this package or of one under "uses" in workflow.json, but ${quoted(id)} is none`,
      ar: `يجب أن يستدعي ${node.id} إجراءً يبدأ بلا مُطلِق، من هذه الحزمة أو من حزمة ضمن "uses" في workflow.json، لكن ${quoted(id)} ليس كذلك`,
    },
    {
      en: 'Add the process, add the shared package to "uses", or correct processId',
      ar: 'أضف الإجراء أو أضف الحزمة المشتركة إلى "uses" أو صحّح processId',
    },
  )
}

/** 10.5.2: "only one of the global Process's Start Events will be triggered". */
function wrongStart(node: Node, choices: readonly string[], named: string | undefined, report: Report): void {
  const found = named === undefined ? { en: 'none', ar: 'لا شيء' } : { en: quoted(named), ar: quoted(named) }
  const expected =
    choices.length === 0
      ? { en: 'no masar:startEvent, since the called process has one start', ar: 'عدم وجود masar:startEvent' }
      : { en: `masar:startEvent to be one of ${choices.join(', ')}`, ar: `masar:startEvent من: ${choices.join('، ')}` }
  report.error(
    node.element,
    {
      en: `Expected ${expected.en}, on ${node.id}, but found ${found.en}`,
      ar: `المتوقع في ${node.id}: ${expected.ar}، لكن وُجد ${found.ar}`,
    },
    {
      en: 'Name the start event the called process begins with',
      ar: 'سمِّ حدث البدء الذي يبدأ به الإجراء المستدعى',
    },
  )
}
