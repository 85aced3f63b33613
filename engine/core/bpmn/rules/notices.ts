/** A citizen is told something, somewhere: a notice without a text or an address would be an incident, or no notice at all. */
import type { Text } from '../../text.ts'
import { inputsOf } from '../data.ts'
import type { Node } from '../diagram.ts'
import { childrenOf, extensionOf, textOf } from '../element.ts'
import type { Report, Rule } from './rule.ts'

const NOTIFY = 'masar:notify'

export const notices: Rule = {
  name: 'notices',
  says: {
    en: 'A notice names a telephone number or an e-mail address, and says something there.',
    ar: 'يذكر الإشعار رقم هاتف أو عنوان بريد، ويقول هناك شيئًا.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes)
      if (textOf(extensionOf(node.element, 'zeebe:TaskDefinition'), 'type') === NOTIFY) checkNotice(node, report)
  },
}

function checkNotice(node: Node, report: Report): void {
  const mapped = childrenOf(extensionOf(node.element, 'zeebe:IoMapping'), 'inputParameters')
  const targets = [...mapped.map((it) => textOf(it, 'target')?.trim() ?? ''), ...inputsOf(node).map((it) => it.target)]
  // What is handed over whole says for itself what is in it.
  if (targets.length === 0 || targets.some((it) => it === 'sms' || it === 'email')) return
  const has = (path: string): boolean => targets.some((it) => it === path || it.startsWith(`${path}.`))
  const missing = CHANNELS.flatMap(({ channel, parts }) =>
    has(channel) ? parts.filter((it) => !has(it.path) && !(it.orTemplate && isFilled(node))) : [],
  )
  const isAnywhere = CHANNELS.some(({ channel }) => has(channel))
  for (const { what } of isAnywhere ? missing : [NOWHERE])
    report.warning(
      node.element,
      {
        en: `Expected ${node.id} to have ${what.en}, but found none`,
        ar: `المتوقع أن يكون للخطوة ${node.id} ${what.ar}، لكن لم يوجد`,
      },
      { en: 'Write it in the notice of the step', ar: 'اكتبه في إشعار الخطوة' },
    )
}

interface Part {
  readonly path: string
  readonly what: Text
  readonly orTemplate?: true
}

const CHANNELS: readonly { readonly channel: string; readonly parts: readonly Part[] }[] = [
  {
    channel: 'sms',
    parts: [
      { path: 'sms.to', what: { en: 'a telephone number for the SMS', ar: 'رقم هاتف للرسالة القصيرة' } },
      {
        path: 'sms.text',
        orTemplate: true,
        what: { en: 'a text of the SMS, or a template of it', ar: 'نص للرسالة القصيرة أو قالب له' },
      },
    ],
  },
  {
    channel: 'email',
    parts: [
      { path: 'email.to', what: { en: 'an address for the e-mail', ar: 'عنوان للبريد الإلكتروني' } },
      { path: 'email.subject', what: { en: 'a subject of the e-mail', ar: 'موضوع للبريد الإلكتروني' } },
      {
        path: 'email.text',
        orTemplate: true,
        what: { en: 'a text of the e-mail, or a template of it', ar: 'نص للبريد الإلكتروني أو قالب له' },
      },
    ],
  },
]

const NOWHERE: Pick<Part, 'what'> = {
  what: { en: 'a telephone number or an e-mail address', ar: 'رقم هاتف أو عنوان بريد إلكتروني' },
}

const isFilled = ({ element }: Node): boolean =>
  childrenOf(extensionOf(element, 'zeebe:TaskHeaders'), 'values').some(
    (it) => textOf(it, 'key') === 'template' && (textOf(it, 'value') ?? '') !== '',
  )
