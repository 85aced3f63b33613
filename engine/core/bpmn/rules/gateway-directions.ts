/** What a gateway says of its direction is how its arrows are drawn. */
import type { Node } from '../diagram.ts'
import { textOf } from '../element.ts'
import { FLOW_NODES } from '../vocabulary.ts'
import type { Rule } from './rule.ts'

interface Direction {
  fits(incoming: number, outgoing: number): boolean
  readonly en: string
  readonly ar: string
}

/** BPMN 2.0.2, 10.6: "Unspecified" says nothing. */
const DIRECTIONS: Readonly<Record<string, Direction>> = {
  Converging: {
    fits: (incoming, outgoing) => incoming > 1 && outgoing === 1,
    en: 'several incoming flows and one outgoing',
    ar: 'عدة أسهم داخلة وسهم خارج واحد',
  },
  Diverging: {
    fits: (incoming, outgoing) => incoming <= 1 && outgoing > 1,
    en: 'one incoming flow and several outgoing',
    ar: 'سهم داخل واحد وعدة أسهم خارجة',
  },
  Mixed: {
    fits: (incoming, outgoing) => incoming > 1 && outgoing > 1,
    en: 'several incoming and several outgoing flows',
    ar: 'عدة أسهم داخلة وعدة أسهم خارجة',
  },
}

const isGateway = (node: Node): boolean => FLOW_NODES[node.type as keyof typeof FLOW_NODES] === 'gateway'

export const gatewayDirections: Rule = {
  name: 'gateway-directions',
  says: {
    en: 'A gateway that says it converges, diverges or does both is drawn that way.',
    ar: 'البوابة التي تقول إنها تجمع أو تفرّع أو كليهما مرسومة كذلك.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes.filter(isGateway)) {
      const said = textOf(node.element, 'gatewayDirection') ?? 'Unspecified'
      const direction = DIRECTIONS[said]
      const [into, out] = [node.incoming.length, node.outgoing.length]
      if (!direction || direction.fits(into, out)) continue
      report.error(
        node.element,
        {
          en: `Expected ${node.id} to have ${direction.en}, because its direction is ${said}, but found ${into} and ${out}`,
          ar: `يجب أن يكون للبوابة ${node.id} ${direction.ar} لأن اتجاهها ${said}، لكن وُجد ${into} و${out}`,
        },
        {
          en: 'Correct the flows, or remove gatewayDirection',
          ar: 'صحّح الأسهم أو احذف gatewayDirection',
        },
      )
    }
  },
}
