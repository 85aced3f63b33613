/** Statutory deadlines of a package that somebody keeps: one that is promised is on a clock, and silence has its event. */
import type { Diagram, Node } from '../bpmn/diagram.ts'
import { propertiesOf } from '../bpmn/element.ts'
import type { Finding } from '../problem.ts'
import type { Deadline, Workflow } from '../workflow.ts'
import { fault } from './workflow.ts'

export function silenceFindings({ deadlines = [] }: Workflow, diagrams: readonly Diagram[]): readonly Finding[] {
  const nodes = diagrams.flatMap((diagram) => diagram.nodes)
  return deadlines.flatMap((deadline, index) => findingsOf(deadline, `/deadlines/${String(index)}`, nodes))
}

const ONLY_STATUTORY = ['silence', 'dayOff', 'ends', 'stop'] as const
const NOT_STATUTORY = {
  en: '"statutory": true where the law says more of a deadline than how long it is',
  ar: '‎"statutory": true‎ حيث يقول القانون عن المهلة أكثر من طولها',
}

function findingsOf(deadline: Deadline, place: string, nodes: readonly Node[]): readonly Finding[] {
  const { id, statutory = false, silence } = deadline
  if (!statutory)
    return ONLY_STATUTORY.flatMap((name) =>
      deadline[name] === undefined ? [] : [fault(`${place}/${name}`, NOT_STATUTORY, `only "${name}"`)],
    )
  const carriers = nodes.filter((node) => propertiesOf(node.element).get('masar:deadline') === id)
  if (carriers.length === 0)
    return [
      fault(
        place,
        {
          en: `a step, scope or event that carries masar:deadline "${id}"`,
          ar: `خطوة أو نطاقًا أو حدثًا يحمل masar:deadline ‏"${id}"`,
        },
        'none',
      ),
    ]
  if (silence === undefined || carriers.some(({ type }) => type.endsWith('Event'))) return []
  return [
    fault(
      `${place}/silence`,
      {
        en: `a timer event with masar:deadline "${id}" that decides when nobody has in time`,
        ar: `حدث مؤقّت يحمل masar:deadline ‏"${id}" يبتّ حين لا يبتّ أحد في المهلة`,
      },
      'none',
    ),
  ]
}
