/** Every message has a name, and whoever waits for one says by which key it finds its case. */
import { definitionsOf, type Diagram, type Node } from '../diagram.ts'
import { childOf, extensionOf, isSet, propertiesOf, textOf, type ModdleElement } from '../element.ts'
import { startMessagesOf, startsByMessage } from '../starts.ts'
import type { Report, Rule } from './rule.ts'

export const messages: Rule = {
  name: 'messages',
  says: {
    en: 'A message has a name, and who waits for it says by which key it is found.',
    ar: 'للرسالة اسم، ويقول من ينتظرها بأي مفتاح تجده.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes) {
      if (node.type === 'bpmn:ReceiveTask') checkCatch(node, node.element, !startsByMessage(node), report)
      else if (node.type === 'bpmn:SendTask') checkSend(node, node.element, report)
      else checkEvent(node, report)
    }
    checkStartNames(diagram, report)
  },
}

function checkEvent(node: Node, report: Report): void {
  for (const definition of definitionsOf(node)) {
    if (definition.$type !== 'bpmn:MessageEventDefinition') continue
    if (isSender(node)) checkSend(node, definition, report)
    else checkCatch(node, definition, !startsByMessage(node), report)
  }
}

const isSender = (node: Node): boolean =>
  node.type === 'bpmn:SendTask' || node.type === 'bpmn:IntermediateThrowEvent' || node.type === 'bpmn:EndEvent'

function checkCatch(node: Node, holder: ModdleElement, needsKey: boolean, report: Report): void {
  const message = checkName(node, holder, report)
  if (!message || !needsKey || textOf(extensionOf(message, 'zeebe:Subscription'), 'correlationKey')) return
  report.error(
    node.element,
    {
      en: `Expected message ${message.id ?? '?'} to have a zeebe:subscription with a correlationKey, but found none`,
      ar: `يجب أن يكون للرسالة ${message.id ?? '?'} عنصر zeebe:subscription فيه correlationKey، لكن لم يوجد`,
    },
    {
      en: 'Write the FEEL expression that finds the case, e.g. =reference',
      ar: 'اكتب تعبير FEEL الذي يجد المعاملة، مثل ‎=reference‎',
    },
  )
}

/** A worker sends it, or Masar publishes it itself and then needs name and key. */
function checkSend(node: Node, holder: ModdleElement, report: Report): void {
  const job = extensionOf(node.element, 'zeebe:TaskDefinition')
  const publish = extensionOf(holder, 'zeebe:PublishMessage') ?? extensionOf(node.element, 'zeebe:PublishMessage')
  const key = textOf(publish, 'correlationKey') ?? propertiesOf(node.element).get('masar:correlationKey')
  if (job && (publish || key !== undefined))
    report.error(
      node.element,
      {
        en: `Expected ${node.id} to publish a message or to hand a job to a worker, but it does both`,
        ar: `يجب أن ينشر ${node.id} رسالة أو يسلّم عملًا لعامل، لكنه يفعل الأمرين`,
      },
      {
        en: 'Remove zeebe:taskDefinition or zeebe:publishMessage',
        ar: 'احذف zeebe:taskDefinition أو zeebe:publishMessage',
      },
    )
  if (job) return
  checkName(node, holder, report)
  if (key !== undefined) return
  report.error(
    node.element,
    {
      en: `Expected ${node.id} to have zeebe:publishMessage with a correlationKey, or a zeebe:taskDefinition, but found neither`,
      ar: `يجب أن يكون للعنصر ${node.id} عنصر zeebe:publishMessage فيه correlationKey أو zeebe:taskDefinition، لكن لم يوجد أي منهما`,
    },
    {
      en: 'Say to which case the message goes, or which worker sends it',
      ar: 'بيّن إلى أي معاملة تذهب الرسالة أو أي عامل يرسلها',
    },
  )
}

function checkName(node: Node, holder: ModdleElement, report: Report): ModdleElement | undefined {
  const message = childOf(holder, 'messageRef')
  if (textOf(message, 'name')) return message
  report.error(
    node.element,
    {
      en: `Expected ${node.id} to refer to a message with a name, but found ${message ? 'one without a name' : 'none'}`,
      ar: `يجب أن يشير ${node.id} إلى رسالة لها اسم، لكن ${message ? 'الرسالة بلا اسم' : 'لا رسالة'}`,
    },
    { en: 'Choose a message and give it a name', ar: 'اختر رسالة وأعطها اسمًا' },
  )
  return undefined
}

/** Two starts for one message would both take it. The name must be known before any case exists. */
function checkStartNames(diagram: Diagram, report: Report): void {
  const taken = new Set<string>()
  for (const node of diagram.nodes)
    for (const name of startMessagesOf(node)) {
      if (taken.has(name) || name.startsWith('='))
        report.error(
          node.element,
          {
            en: `Expected a literal message name that no other start event of the file has, but found "${name.slice(0, 60)}"`,
            ar: `يجب أن يكون اسم رسالة البدء نصًا لا يتكرر في الملف، لكن وُجد "${name.slice(0, 60)}"`,
          },
          { en: 'Give the message a name of its own', ar: 'أعطِ الرسالة اسمًا خاصًا بها' },
        )
      taken.add(name)
    }
}

export const interrupts = (node: Node): boolean =>
  node.type === 'bpmn:StartEvent' ? isSet(node.element, 'isInterrupting') : isSet(node.element, 'cancelActivity')
