/** Work handed to a connector or worker names its type, a sane number of attempts, and things the package really has. */
import { forbiddenKeys } from '../../json.ts'
import { isFeel } from '../../feel/feel.ts'
import { quoted } from '../../finding.ts'
import { templateNames } from '../../template-name.ts'
import type { Node } from '../diagram.ts'
import { childrenOf, extensionOf, textOf, type ModdleElement } from '../element.ts'
import type { Links } from '../links.ts'
import type { Report, Rule } from './rule.ts'

const MOST_RETRIES = 100
const DATABUS = 'masar:databus'
/** No worker may serve another type of this prefix, so its job would wait for ever. */
const CONNECTORS = [DATABUS, 'masar:payment', 'masar:refund', 'masar:document', 'masar:notify']

export const jobs: Rule = {
  name: 'jobs',
  says: {
    en: 'A job names its type, a sane number of attempts, and only things the package has.',
    ar: 'تذكر المهمة الآلية نوعها وعدد محاولات معقولًا وما هو موجود في الحزمة وحده.',
  },
  check(diagram, report, links) {
    for (const node of diagram.nodes) {
      const job = extensionOf(node.element, 'zeebe:TaskDefinition')
      if (node.type === 'bpmn:ServiceTask' || job) {
        checkType(node, textOf(job, 'type'), report)
        checkRetries(node, job, report)
      }
      checkHeaders(node, report, links)
      if (links && textOf(job, 'type') === DATABUS) checkService(node, report, links)
    }
  },
}

function checkType(node: Node, type: string | undefined, report: Report): void {
  if (type === undefined)
    report.error(
      node.element,
      {
        en: `Expected ${node.id} to have a zeebe:taskDefinition with a type, but found none`,
        ar: `يجب أن يكون للعنصر ${node.id} عنصر zeebe:taskDefinition له type، لكن لم يوجد`,
      },
      { en: 'Name the connector or worker, e.g. masar:databus', ar: 'سمِّ الموصل أو العامل، مثل masar:databus' },
    )
  else if (type.trim().startsWith('masar:') && !CONNECTORS.includes(type))
    report.error(
      node.element,
      {
        en: `Expected a connector Masar has on ${node.id}, but found ${quoted(type)}`,
        ar: `يجب أن يكون نوع ${node.id} موصلًا من موصلات مسار، لكن وُجد ${quoted(type)}`,
      },
      {
        en: `Write one of ${CONNECTORS.join(', ')}, or a type of your own without "masar:"`,
        ar: `اكتب واحدًا من ${CONNECTORS.join('، ')}، أو نوعًا من عندك لا يبدأ بـ "masar:"`,
      },
    )
}

function checkRetries(node: Node, job: ModdleElement | undefined, report: Report): void {
  const retries = textOf(job, 'retries')?.trim()
  if (retries === undefined || isFeel(retries)) return
  if (/^\d{1,3}$/.test(retries) && Number(retries) >= 1 && Number(retries) <= MOST_RETRIES) return
  report.error(
    node.element,
    {
      en: `Expected retries from 1 to ${String(MOST_RETRIES)} on ${node.id}, but found ${quoted(retries)}`,
      ar: `يجب أن يكون عدد المحاولات في ${node.id} بين 1 و${String(MOST_RETRIES)}، لكن وُجد ${quoted(retries)}`,
    },
    { en: 'Write a number, e.g. 3', ar: 'اكتب عددًا، مثل 3' },
  )
}

function checkHeaders(node: Node, report: Report, links: Links | undefined): void {
  const seen = new Set<string>()
  for (const header of childrenOf(extensionOf(node.element, 'zeebe:TaskHeaders'), 'values')) {
    const key = textOf(header, 'key') ?? ''
    if (key === '' || seen.has(key) || forbiddenKeys.has(key))
      report.error(
        node.element,
        {
          en: `Expected task headers with distinct, plain keys, but found ${quoted(key)}${seen.has(key) ? ' twice' : ''}`,
          ar: `يجب أن تكون مفاتيح الترويسات مختلفة وغير فارغة، لكن وُجد ${quoted(key)}`,
        },
        { en: 'Correct or remove the header', ar: 'صحّح الترويسة أو احذفها' },
      )
    seen.add(key)
    if (key === 'template' && links && !links.open) checkTemplate(node, textOf(header, 'value') ?? '', report, links)
  }
}

function checkTemplate(node: Node, header: string, report: Report, links: Links): void {
  const type = textOf(extensionOf(node.element, 'zeebe:TaskDefinition'), 'type')
  for (const name of templateNames(type, header)) {
    if (links.templates.has(name)) continue
    const file = `templates/${name.slice(0, 60)}.hbs`
    report.error(
      node.element,
      {
        en: `Expected the template of ${node.id} in the package, but ${file} is not there`,
        ar: `يجب أن يوجد قالب ${node.id} في الحزمة، لكن الملف ${file} غير موجود`,
      },
      { en: 'Add the template or correct the header', ar: 'أضف القالب أو صحّح الترويسة' },
    )
  }
}

/** An agreement covers every version of a service unless it names one. */
export const withoutVersion = (service: string): string => service.replace(/\/v\d+(\.\d+){0,2}$/, '')

/** Only a service written as plain text or as a FEEL string can be held against the agreements here; the connector checks the rest. */
function checkService(node: Node, report: Report, links: Links): void {
  const inputs = childrenOf(extensionOf(node.element, 'zeebe:IoMapping'), 'inputParameters')
  const source = textOf(
    inputs.find((it) => textOf(it, 'target')?.trim() === 'service'),
    'source',
  )
  if (source === undefined) {
    report.error(
      node.element,
      {
        en: `Expected ${node.id} to have an input "service", but found none`,
        ar: `يجب أن يكون للعنصر ${node.id} مدخل "service"، لكن لم يوجد`,
      },
      {
        en: 'Name the data-bus service, e.g. PS/GOV/MOI/civil-registry/getPerson',
        ar: 'سمِّ خدمة ناقل البيانات، مثل PS/GOV/MOI/civil-registry/getPerson',
      },
    )
    return
  }
  const service = isFeel(source.trim()) ? /^=\s*"([^"\\]*)"$/.exec(source.trim())?.[1] : source
  if (service === undefined || links.services.has(service) || links.services.has(withoutVersion(service))) return
  report.error(
    node.element,
    {
      en: `Expected a data agreement for ${quoted(service)} in workflow.json, but found none`,
      ar: `يجب أن توجد اتفاقية بيانات للخدمة ${quoted(service)} في workflow.json، لكن لم توجد`,
    },
    {
      en: 'Add it to dataAgreements with purpose and legal basis',
      ar: 'أضفها إلى dataAgreements مع الغرض والسند القانوني',
    },
  )
}
