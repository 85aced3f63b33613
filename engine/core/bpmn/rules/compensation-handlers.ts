/** What undoes a step stands beside it, marked as such and joined by a dotted line, and away from every other path. */
import { attachedTo, isEventSubProcess, isForCompensation, isCompensationEvent, type Node } from '../diagram.ts'
import { extensionOf, type ModdleElement } from '../element.ts'
import { undoesItself, undoingIn, type Undoing } from '../undoing.ts'
import { FLOW_NODES, type FlowNodeType } from '../vocabulary.ts'
import type { Report, Rule } from './rule.ts'

export const compensationHandlers: Rule = {
  name: 'compensation-handlers',
  says: {
    en: 'What undoes an activity stands beside it, marked for compensation and joined by an association, outside every other path.',
    ar: 'يقف ما يُلغي أثر النشاط بجانبه، موسومًا بالتعويض ومربوطًا بخط ارتباط، وخارج كل مسار آخر.',
  },
  check(diagram, report) {
    const undoing = undoingIn(diagram)
    const nodes = new Map(diagram.nodes.map((it) => [it.element, it]))
    const edges = new Map<ModdleElement, Node>()
    for (const node of diagram.nodes) {
      const host = node.type === 'bpmn:BoundaryEvent' ? attachedTo(node) : undefined
      if (host) edges.set(host, node)
      if (host && isCompensationEvent(node)) checkEvent(node, undoing, nodes, report)
    }
    for (const node of diagram.nodes.filter(isForCompensation)) checkHandler(node, undoing, edges, report)
  },
}

function checkEvent(event: Node, undoing: Undoing, hosts: ReadonlyMap<ModdleElement, Node>, report: Report): void {
  const handlers = undoing.handlersOf(event)
  const [handler] = handlers
  if (handlers.length !== 1 || handler?.parent !== event.parent)
    report.error(
      event.element,
      {
        en: `Expected ${event.id} to be joined by an association to one activity of its scope with isForCompensation="true", but found ${named(handlers)}`,
        ar: `يجب أن يصل خط ارتباط (association) الحدث ${event.id} بنشاط واحد في نطاقه له isForCompensation="true"، لكن وُجد ${named(handlers)}`,
      },
      {
        en: 'Draw one association from the event to the activity that undoes the step',
        ar: 'ارسم خط ارتباط واحدًا من الحدث إلى النشاط الذي يلغي أثر الخطوة',
      },
    )
  if (extensionOf(event.element, 'zeebe:IoMapping'))
    report.error(
      event.element,
      {
        en: `Expected no mapping on ${event.id}, because no token passes it, but found one`,
        ar: `يجب ألا يكون على ${event.id} ربط لأن المسار لا يمر به، لكنه وُجد`,
      },
      { en: 'Map the inputs and outputs of its handler', ar: 'اربط مدخلات معالجه ومخرجاته' },
    )
  const attached = attachedTo(event)
  const host = attached && hosts.get(attached)
  if (host && undoesItself(host))
    report.error(
      event.element,
      {
        en: `Expected one way to undo ${host.id}, but it has both ${event.id} and a compensation event subprocess inside`,
        ar: `يجب أن تكون لإلغاء أثر ${host.id} طريقة واحدة، لكن له الحدث ${event.id} وإجراء فرعي بحدث تعويض في داخله`,
      },
      { en: 'Remove one of the two', ar: 'احذف أحدهما' },
    )
}

const named = (handlers: readonly Node[]): string => handlers.map((it) => it.id).join(', ') || '-'

function checkHandler(node: Node, undoing: Undoing, edges: ReadonlyMap<ModdleElement, Node>, report: Report): void {
  const isActivity = FLOW_NODES[node.type as FlowNodeType] === 'activity' && !isEventSubProcess(node)
  if (!isActivity || !undoing.isHandler(node))
    report.error(
      node.element,
      {
        en: `Expected ${node.id} with isForCompensation="true" to be a task, subprocess or call activity that a compensation event is joined to, but it is not`,
        ar: `يجب أن يكون ${node.id} ذو isForCompensation="true" مهمة أو إجراءً فرعيًا أو استدعاء يصله حدث تعويض بخط ارتباط، لكنه ليس كذلك`,
      },
      {
        en: 'Draw an association from a compensation boundary event to it, or remove isForCompensation',
        ar: 'ارسم خط ارتباط إليه من حدث تعويض حدّي أو احذف isForCompensation',
      },
    )
  const edge = edges.get(node.element)
  if (edge)
    report.error(
      edge.element,
      {
        en: `Expected no boundary event on ${node.id}, which undoes another step and has no paths of its own, but found ${edge.id}`,
        ar: `يجب ألا يكون على ${node.id} حدث حدّي لأنه يلغي أثر خطوة أخرى وليست له مسارات، لكن وُجد ${edge.id}`,
      },
      {
        en: 'Use a subprocess with isForCompensation="true" and draw the event inside it',
        ar: 'استعمل إجراءً فرعيًا له isForCompensation="true" وارسم الحدث في داخله',
      },
    )
}
