/** The law gives a term once: on a step in a loop it would begin anew in each round, and nothing would say when it is over. */
import { waysOnIn, type Node } from '../diagram.ts'
import { childOf, propertiesOf } from '../element.ts'
import type { Links } from '../links.ts'
import type { Rule } from './rule.ts'

export const clockRestarts: Rule = {
  name: 'clock-restarts',
  says: {
    en: 'A statutory deadline stands around a loop, not on a step in it, unless another around the loop bounds it.',
    ar: 'توضع المهلة القانونية حول الحلقة لا على خطوة داخلها، ما لم تحدّها مهلة أخرى حول الحلقة.',
  },
  check(diagram, report, links) {
    if (!links) return
    const waysOn = waysOnIn(diagram)
    for (const node of diagram.nodes) {
      // Events are waited for by themselves: what is asked of somebody anew has its own time.
      if (node.type.endsWith('Event') || !isKept(node, links) || runsAround(node, links) || !comesBack(node, waysOn))
        continue
      report.warning(
        node.element,
        {
          en: `Expected the statutory deadline of ${node.id} around the loop, but ${node.id} is in it, and the term begins anew in each round`,
          ar: `المتوقع أن تحيط المهلة القانونية بالحلقة، لكنها على ${node.id} داخلها، فتبدأ المدة من جديد في كل دورة`,
        },
        {
          en: 'Set the deadline on the procedure, or on a subprocess around the loop',
          ar: 'ضع المهلة على الإجراء، أو على إجراء فرعي يحيط بالحلقة',
        },
      )
    }
  },
}

const isKept = ({ element }: Node, { statutory }: Links): boolean =>
  statutory?.has(propertiesOf(element).get('masar:deadline') ?? '') === true

/** One that runs around it says when all rounds are over, and is judged where it stands. */
function runsAround(node: Node, links: Links): boolean {
  for (let at = node.parent; at; at = at.parent) if (isKept(at, links)) return true
  return false
}

type WaysOn = ReturnType<typeof waysOnIn>

/** The step itself, or a scope it is in. */
function comesBack(node: Node, waysOn: WaysOn): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (isDoneAgain(at) || leadsBack(at, waysOn)) return true
  return false
}

const isDoneAgain = ({ element }: Node): boolean =>
  childOf(element, 'loopCharacteristics')?.$type === 'bpmn:StandardLoopCharacteristics'

function leadsBack(node: Node, waysOn: WaysOn): boolean {
  const reached = new Set<Node>()
  const open = [...waysOn(node)]
  for (let at = open.pop(); at; at = open.pop()) {
    if (at === node) return true
    if (reached.has(at)) continue
    reached.add(at)
    open.push(...waysOn(at))
  }
  return false
}
