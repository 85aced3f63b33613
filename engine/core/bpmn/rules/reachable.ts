/** Every step can come about: some way leads to it from where its scope begins. */
import { isEventSubProcess, isForCompensation, waysOnIn, type Diagram, type Node } from '../diagram.ts'
import { hasStartEvent, mayBeginByItself } from '../starts.ts'
import type { Rule } from './rule.ts'

export const reachable: Rule = {
  name: 'reachable',
  says: {
    en: 'Every element can be reached from where its scope begins.',
    ar: 'يمكن بلوغ كل عنصر من حيث يبدأ نطاقه.',
  },
  check(diagram, report) {
    const reached = reachedIn(diagram)
    for (const node of diagram.nodes) {
      if (!node.parent || reached.has(node) || node.incoming.length === 0 || !reached.has(node.parent)) continue
      report.warning(
        node.element,
        {
          en: `Expected a way from the start to ${node.id}, but only elements that cannot be reached either lead to it`,
          ar: `يجب أن يقود طريق من البداية إلى ${node.id}، لكن لا يقود إليه إلا ما لا يُبلغ`,
        },
        { en: 'Connect it to the flow, or remove it', ar: 'صِله بمسار الإجراء أو احذفه' },
      )
    }
  },
}

function reachedIn(diagram: Diagram): ReadonlySet<Node> {
  const reached = new Set<Node>()
  const open = [...diagram.processes]
  const waysOn = waysOnIn(diagram)
  for (let node = open.pop(); node; node = open.pop()) {
    if (reached.has(node)) continue
    reached.add(node)
    open.push(...node.children.filter((child) => begins(child)), ...waysOn(node))
  }
  return reached
}

function begins(child: Node): boolean {
  if (child.type === 'bpmn:StartEvent' || isEventSubProcess(child) || isForCompensation(child)) return true
  return (
    child.incoming.length === 0 &&
    child.parent !== undefined &&
    (mayBeginByItself(child) || !hasStartEvent(child.parent))
  )
}
