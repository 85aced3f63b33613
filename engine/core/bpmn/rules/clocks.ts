/** What hangs on a statutory clock can move with it, and what lets a clock stand still names deadlines that are kept by one. */
import { quoted } from '../../finding.ts'
import { definitionsOf, isEventSubProcess, type Node } from '../diagram.ts'
import { childOf, extensionOf, propertiesOf, textOf } from '../element.ts'
import type { Links } from '../links.ts'
import { namesIn } from '../variable.ts'
import type { Report, Rule } from './rule.ts'

export const clocks: Rule = {
  name: 'clocks',
  says: {
    en: 'An event on a statutory deadline waits for a duration of it, a task on one has no due date of its own, and only such deadlines are stopped.',
    ar: 'الحدث المربوط بمهلة قانونية ينتظر مدة منها، والمهمة المربوطة بها لا موعد آخر لها، ولا تُوقف إلا المهل القانونية.',
  },
  check(diagram, report, links) {
    if (!links) return
    for (const node of diagram.nodes) {
      const properties = propertiesOf(node.element)
      const id = properties.get('masar:deadline')
      const isKept = id !== undefined && links.statutory?.has(id) === true
      if (id !== undefined && NEW_PLACES.has(node.type) && !isKept) notKept(node, id, report)
      if (isKept && node.type === 'bpmn:UserTask') checkTask(node, report)
      if (isKept && node.type.endsWith('Event')) checkEvent(node, report)
      if (properties.has('masar:governorate') && !isKept) lonely(node, report)
      const stops = properties.get('masar:stopsClock')
      if (stops !== undefined) checkStops(node, stops, links, report)
    }
  },
}

/** There a deadline means something on a clock alone. */
const NEW_PLACES: ReadonlySet<string> = new Set([
  'bpmn:StartEvent',
  'bpmn:IntermediateCatchEvent',
  'bpmn:CallActivity',
  'bpmn:AdHocSubProcess',
])

function notKept(node: Node, id: string, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected a statutory deadline on ${node.id}, but ${quoted(id)} is not kept by the statutory clock`,
      ar: `يجب أن تكون المهلة على ${node.id} قانونية، لكن ${quoted(id)} لا تُحسب على ساعة المهل القانونية`,
    },
    { en: 'Say "statutory": true in its entry of deadlines', ar: 'أضف ‎"statutory": true‎ إلى مدخلها في deadlines' },
  )
}

function checkTask(node: Node, report: Report): void {
  if (textOf(extensionOf(node.element, 'zeebe:TaskSchedule'), 'dueDate') === undefined) return
  report.error(
    node.element,
    {
      en: `Expected one due date on ${node.id}, but found dueDate beside a statutory deadline`,
      ar: `يجب أن يكون للمهمة ${node.id} موعد واحد، لكن وُجد dueDate مع مهلة قانونية`,
    },
    { en: 'Remove dueDate; the task is due with the deadline', ar: 'احذف dueDate؛ فموعد المهمة موعد المهلة' },
  )
}

function checkEvent(node: Node, report: Report): void {
  if (node.type === 'bpmn:StartEvent' && !(node.parent && isEventSubProcess(node.parent)))
    return ofProcess(node, report)
  const timers = definitionsOf(node).filter(({ $type }) => $type === 'bpmn:TimerEventDefinition')
  if (timers.length > 0 && timers.every((it) => childOf(it, 'timeDuration') !== undefined)) return
  report.error(
    node.element,
    {
      en: `Expected a timer with timeDuration on ${node.id}, counted on its statutory deadline, but found ${timers.length === 0 ? 'no timer' : 'a date or cycle'}`,
      ar: `يجب أن يكون للحدث ${node.id} مؤقّت بمدة timeDuration تُحسب على مهلته القانونية، لكن ${timers.length === 0 ? 'لا مؤقّت له' : 'وُجد تاريخ أو دورة'}`,
    },
    { en: 'Give it a duration, or remove masar:deadline', ar: 'أعطه مدة أو احذف masar:deadline' },
  )
}

function ofProcess(node: Node, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected a statutory deadline on a start event of an event subprocess, but ${node.id} begins a process or subprocess, before which no clock runs`,
      ar: `يجب أن تكون المهلة القانونية على حدث بدء لإجراء فرعي حدثي، لكن ${node.id} يبدأ إجراءً ولا ساعة قبله`,
    },
    { en: 'Put masar:deadline on the process or subprocess', ar: 'ضع masar:deadline على الإجراء أو الإجراء الفرعي' },
  )
}

function lonely(node: Node, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected masar:governorate beside a statutory masar:deadline, but found it alone on ${node.id}`,
      ar: `يجب أن ترافق masar:governorate مهلة قانونية في masar:deadline، لكنها وحدها على ${node.id}`,
    },
    { en: 'Add the deadline or remove the governorate', ar: 'أضف المهلة أو احذف المحافظة' },
  )
}

function checkStops(node: Node, value: string, links: Links, report: Report): void {
  if (value.trim() === 'true') return
  const names = namesIn(value)
  const unknown = names.find((name) => links.statutory?.has(name) !== true)
  if (names.length > 0 && unknown === undefined) return
  report.error(
    node.element,
    {
      en: `Expected masar:stopsClock to be "true" or statutory deadlines of workflow.json, but found ${quoted(unknown ?? value)}`,
      ar: `يجب أن تكون masar:stopsClock ‏"true" أو مهلًا قانونية من workflow.json، لكن وُجد ${quoted(unknown ?? value)}`,
    },
    { en: 'Write "true" for every clock around the step', ar: 'اكتب "true" لكل ساعة تحيط بالخطوة' },
  )
}
