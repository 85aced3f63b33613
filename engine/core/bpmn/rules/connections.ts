/** Every step can be reached and every start leads somewhere: arrows in and out where the kind of step needs them. */
import {
  isEventSubProcess,
  definitionOf,
  definitionsOf,
  isCompensationEvent,
  isForCompensation,
  type Node,
} from '../diagram.ts'
import { childrenOf } from '../element.ts'
import { hasStartEvent, isInstantiating, mayBeginByItself } from '../starts.ts'
import type { Report, Rule } from './rule.ts'

interface Need {
  /** Arrows in: none may be drawn, or at least one must, or where no start event is drawn any number may. */
  readonly into: 'none' | 'some' | 'any'
  readonly out: 'none' | 'some' | 'any' | 'several'
}

const STEP: Need = { into: 'some', out: 'any' }
const NEEDS: Readonly<Record<string, Need>> = {
  'bpmn:StartEvent': { into: 'none', out: 'some' },
  'bpmn:BoundaryEvent': { into: 'none', out: 'some' },
  'bpmn:EndEvent': { into: 'some', out: 'none' },
  'bpmn:EventBasedGateway': { into: 'some', out: 'several' },
}
/** The way between them is not drawn. */
const LINKS: typeof NEEDS = {
  'bpmn:IntermediateThrowEvent': { into: 'some', out: 'none' },
  'bpmn:IntermediateCatchEvent': { into: 'none', out: 'some' },
}
const ALONE: Need = { into: 'none', out: 'none' }

export const connections: Rule = {
  name: 'connections',
  says: {
    en: 'Every element has the sequence flows its kind needs and none that it cannot have.',
    ar: 'لكل عنصر الأسهم التي يلزمها نوعه، ولا سهم لا يجوز له.',
  },
  check(diagram, report) {
    for (const node of diagram.nodes) {
      if (!node.parent) continue
      const need = needOf(node)
      const begins = mayBeginByItself(node) && !hasStartEvent(node.parent)
      const into = begins && need.into === 'some' ? 'any' : need.into
      checkNumber(node, 'incoming', node.incoming.length, into, report)
      checkNumber(node, 'outgoing', node.outgoing.length, need.out, report)
      checkNames(node, report)
    }
  },
}

/** What undoes a step, and the event that asks for it, are joined by a dotted line instead. */
function needOf(node: Node): Need {
  if (isEventSubProcess(node) || isForCompensation(node)) return ALONE
  if (node.type === 'bpmn:BoundaryEvent' && isCompensationEvent(node) && definitionsOf(node).length === 1) return ALONE
  const needs = definitionOf(node, 'bpmn:LinkEventDefinition') ? LINKS : NEEDS
  const need = needs[node.type] ?? STEP
  return isInstantiating(node) ? { ...need, into: 'none' } : need
}

const AR = { incoming: 'الداخلة', outgoing: 'الخارجة' } as const

function checkNumber(node: Node, way: 'incoming' | 'outgoing', found: number, need: Need['out'], report: Report): void {
  const fits = { none: found === 0, some: found > 0, several: found > 1, any: true }[need]
  if (fits) return
  const en = { none: 'no', some: 'at least one', several: 'at least two', any: 'any number of' }[need]
  const ar = { none: 'صفرًا', some: 'واحدًا على الأقل', several: 'اثنين على الأقل', any: 'أي عدد' }[need]
  report.error(
    node.element,
    {
      en: `Expected ${en} ${way} sequence flow on ${node.id}, but found ${String(found)}`,
      ar: `يجب أن يكون عدد الأسهم ${AR[way]} للعنصر ${node.id} ${ar}، لكن وُجد ${String(found)}`,
    },
    {
      en: 'Connect the element, or remove the arrows it cannot have',
      ar: 'صِل العنصر بالأسهم اللازمة أو احذف ما لا يجوز منها',
    },
  )
}

/** What a step says about its arrows must be what the arrows say about their ends. */
function checkNames(node: Node, report: Report): void {
  for (const way of ['incoming', 'outgoing'] as const) {
    const said = childrenOf(node.element, way)
    const drawn = new Set(node[way].map((it) => it.element))
    const stray = said.find((it) => !drawn.has(it))
    if (!stray) continue
    report.error(
      node.element,
      {
        en: `Expected ${node.id} to name its own ${way} flows, but ${stray.id ?? '?'} leads elsewhere`,
        ar: `يجب أن يذكر ${node.id} أسهمه ${AR[way]} وحدها، لكن ${stray.id ?? '?'} يصل بين غيره`,
      },
      {
        en: 'Correct sourceRef and targetRef of the flow, or the list',
        ar: 'صحّح sourceRef وtargetRef للسهم أو القائمة',
      },
    )
  }
}
