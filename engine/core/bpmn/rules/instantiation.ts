/** A step at which a message begins the process stands at its very beginning, and nothing but messages begins it. */
import { definitionsOf, type Diagram, type Node } from '../diagram.ts'
import { childOf, extensionOf, isWritten, textOf, type ModdleElement } from '../element.ts'
import { isInstantiating } from '../starts.ts'
import type { Report, Rule } from './rule.ts'

/** That no flow leads to it is for the rule on connections. */
export const instantiation: Rule = {
  name: 'instantiation',
  says: {
    en: 'A receive task or gateway that begins a process stands at its beginning, and messages alone begin it.',
    ar: 'مهمة الاستلام أو البوابة التي تبدأ إجراءً تقف في أوله، ولا تبدؤه إلا الرسائل.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes) {
      if (node.type === 'bpmn:EventBasedGateway') checkType(node, report)
      if (!isInstantiating(node)) continue
      if (node.parent?.type !== 'bpmn:Process') inside(node, report)
      if (node.type === 'bpmn:ReceiveTask') checkReceive(node, diagram, report)
      if (node.type === 'bpmn:EventBasedGateway') checkBranches(node, report)
    }
  },
}

const isParallel = (node: Node): boolean =>
  isWritten(node.element, 'eventGatewayType') && node.element.get('eventGatewayType') !== 'Exclusive'

/** 10.6.6: "The attribute can only be set to parallel when the instantiate attribute is set to true." */
function checkType(node: Node, report: Report): void {
  if (!isParallel(node) || isInstantiating(node)) return
  report.error(
    node.element,
    {
      en: `Expected eventGatewayType Exclusive on ${node.id}, because it does not instantiate, but found another`,
      ar: `يجب أن يكون eventGatewayType في ${node.id} هو Exclusive لأن البوابة لا تبدأ إجراءً، لكن وُجد غيره`,
    },
    {
      en: 'Draw a parallel gateway in front of the catch events, or set instantiate="true"',
      ar: 'ارسم بوابة متوازية قبل أحداث الانتظار، أو اجعل instantiate="true"',
    },
  )
}

function inside(node: Node, report: Report): void {
  report.error(
    node.element,
    {
      en: `Expected ${node.id} to begin a process, but it stands inside a subprocess, which begins when its turn comes`,
      ar: `يجب أن يبدأ ${node.id} إجراءً كاملًا، لكنه داخل إجراء فرعي يبدأ حين يأتي دوره`,
    },
    { en: 'Set instantiate="false" or move it to the process', ar: 'اجعل instantiate="false" أو انقله إلى الإجراء' },
  )
}

/** Its message has come when it is entered: there is nothing to repeat and no time to be interrupted in. */
function checkReceive(node: Node, diagram: Diagram, report: Report): void {
  const isHost = diagram.nodes.some((it) => it.element.get('attachedToRef') === node.element)
  if (!isHost && childOf(node.element, 'loopCharacteristics') === undefined) return
  report.error(
    node.element,
    {
      en: `Expected no loop and no boundary events on ${node.id}, because its message has come when it begins, but found one`,
      ar: `يجب ألا يكون على ${node.id} تكرار ولا أحداث حدّية لأن رسالته تكون قد وصلت حين يبدأ، لكن وُجد أحدها`,
    },
    { en: 'Put them on the step that follows', ar: 'ضعها على الخطوة التالية' },
  )
}

function checkBranches(gateway: Node, report: Report): void {
  for (const { to } of gateway.outgoing) {
    if (!to) continue
    const messages = messagesOn(to)
    if (messages.length === 0) noMessage(gateway, to, report)
    else if (isParallel(gateway) && !messages.every(hasKey)) noKey(gateway, to, report)
  }
}

/** Messages its events refer to; empty where one of the events is something else. */
function messagesOn(node: Node): readonly (ModdleElement | undefined)[] {
  if (node.type === 'bpmn:ReceiveTask') return [childOf(node.element, 'messageRef')]
  const definitions = definitionsOf(node)
  return definitions.every((it) => it.$type === 'bpmn:MessageEventDefinition')
    ? definitions.map((it) => childOf(it, 'messageRef'))
    : []
}

const hasKey = (message: ModdleElement | undefined): boolean =>
  textOf(extensionOf(message, 'zeebe:Subscription'), 'correlationKey') !== undefined

function noMessage(gateway: Node, branch: Node, report: Report): void {
  report.error(
    branch.element,
    {
      en: `Expected only messages behind ${gateway.id}, which begins the process, but found ${branch.id}`,
      ar: `يجب ألا يكون بعد ${gateway.id} التي تبدأ الإجراء إلا رسائل، لكن وُجد ${branch.id}`,
    },
    { en: 'A time begins a process at a timer start event', ar: 'يبدأ المؤقّت إجراءً عند حدث بدء بمؤقّت' },
  )
}

/** The later messages have to find the case the first one began. */
function noKey(gateway: Node, branch: Node, report: Report): void {
  report.error(
    branch.element,
    {
      en: `Expected the message of ${branch.id} to have a zeebe:subscription with a correlationKey, because ${gateway.id} awaits all its messages, but found none`,
      ar: `يجب أن يكون لرسالة ${branch.id} عنصر zeebe:subscription فيه correlationKey لأن ${gateway.id} تنتظر رسائلها كلها، لكن لم يوجد`,
    },
    {
      en: 'Write the FEEL expression that finds the case, e.g. =reference',
      ar: 'اكتب تعبير FEEL الذي يجد المعاملة، مثل ‎=reference‎',
    },
  )
}
