/** The shapes of the drawings as things to compare: steps, ways between them, lanes, data, notes and participants. */
import type { Diagram, Flow, Node } from '../../../bpmn/diagram.ts'
import { isCompensationEvent, isForCompensation } from '../../../bpmn/diagram.ts'
import { childrenOf, childOf, type ModdleElement } from '../../../bpmn/element.ts'
import { lanesOf, membersOf } from '../../../bpmn/lanes.ts'
import { DRAWING } from '../../../bpmn/vocabulary.ts'
import type { JsonValue } from '../../../json.ts'
import type { Text } from '../../../text.ts'
import type { Subject, Weight } from '../difference.ts'
import type { Side } from '../side.ts'
import type { Thing } from '../thing.ts'
import { anatomyOf } from './anatomy.ts'
import { diagramsOf, titleOf } from './names.ts'

type Kind = Extract<Subject, { readonly element: string }>['kind']

export const shapesIn = (side: Side, of: (diagram: Diagram) => readonly Thing[]): readonly Thing[] =>
  diagramsOf(side).flatMap(of)

export function nodeThings({ file, nodes, flows, processes }: Diagram): readonly Thing[] {
  const lanes = processes.concat(nodes.filter((it) => it.children.length > 0)).flatMap(lanesOf)
  return nodes.map((node) => {
    const aspects = anatomyOf(node.element)
    const lane = lanes
      .filter(([it]) => membersOf(it).includes(node.element))
      .toSorted((one, other) => other.length - one.length)[0]
    if (lane) aspects.set('lane', lane[0].id ?? '')
    if (node.parent) aspects.set('inside', node.parent.id)
    const weight = handlesMoney(aspects) ? 'money' : 'course'
    if (!node.parent) return thing(file, node.element, 'process', weight, aspects)
    const place = placeAmong(node, flows)
    return { ...thing(file, node.element, 'step', weight, aspects), ...(place && { whole: place }) }
  })
}

/** Between which steps it stands, for who reads that it is new. */
function placeAmong({ id }: Node, flows: readonly Flow[]): Text | undefined {
  const around = (nodes: readonly (Node | undefined)[]): readonly Text[] =>
    nodes.flatMap((node) => (node ? [titleOf(node.element)] : []))
  const before = around(flows.filter(({ to }) => to?.id === id).map(({ from }) => from))
  const after = around(flows.filter(({ from }) => from?.id === id).map(({ to }) => to))
  const said = [...placed(before, AFTER), ...placed(after, BEFORE)]
  return said.length === 0
    ? undefined
    : { ar: said.map((it) => it.ar).join('، '), en: said.map((it) => it.en).join(', ') }
}

const AFTER: Text = { ar: 'بعد', en: 'after' }
const BEFORE: Text = { ar: 'قبل', en: 'before' }

const placed = (titles: readonly Text[], word: Text): readonly Text[] =>
  titles.length === 0
    ? []
    : [
        {
          ar: `${word.ar} ${titles.map((it) => it.ar).join(' و')}`,
          en: `${word.en} ${titles.map((it) => it.en).join(' and ')}`,
        },
      ]

/** It asks for a payment or gives one back, itself or by the shared procedure. */
const handlesMoney = (aspects: ReadonlyMap<string, JsonValue>): boolean =>
  ['taskDefinition/type', 'calledElement/processId'].some((it) =>
    /^masar:(payment|refund)$|\b(pay|refund)$/.test(String(aspects.get(it) ?? '')),
  )

export const laneThings = ({ file, nodes }: Diagram): readonly Thing[] =>
  [...new Set(nodes.flatMap(lanesOf).map(([lane]) => lane))].map((lane) =>
    thing(file, lane, 'lane', 'people', anatomyOf(lane)),
  )

export const dataThings = ({ file, nodes }: Diagram): readonly Thing[] =>
  nodes
    .flatMap(({ element }) => childrenOf(element, 'flowElements'))
    .filter((it) => DRAWING.has(it.$type))
    .map((it) => thing(file, it, 'data', 'course', anatomyOf(it)))

/** Notes are for readers; a dotted line to what undoes a step is not. */
export const noteThings = ({ file, nodes, definitions }: Diagram): readonly Thing[] =>
  [...collaborations(definitions), ...nodes.map((it) => it.element)]
    .flatMap((it) => childrenOf(it, 'artifacts'))
    .map((it) => {
      const ends = endsOf(it)
      const aspects = anatomyOf(it)
      if (ends.length > 0) aspects.set('ends', ends)
      return thing(file, it, 'note', undoes(it, nodes) ? 'course' : 'look', aspects)
    })

export const participantThings = ({ file, definitions }: Diagram): readonly Thing[] =>
  collaborations(definitions)
    .flatMap((it) => [...childrenOf(it, 'participants'), ...childrenOf(it, 'messageFlows')])
    .map((it) => {
      const ends = endsOf(it)
      const aspects = anatomyOf(it)
      if (ends.length > 0) aspects.set('ends', ends)
      return thing(file, it, 'participant', 'look', aspects)
    })

const collaborations = (definitions: ModdleElement): readonly ModdleElement[] =>
  childrenOf(definitions, 'rootElements').filter((it) => it.$type === 'bpmn:Collaboration')

const endsOf = (line: ModdleElement): readonly string[] =>
  ['sourceRef', 'targetRef'].flatMap((it) => childOf(line, it)?.id ?? [])

function undoes(line: ModdleElement, nodes: readonly Node[]): boolean {
  const ends = endsOf(line)
  return nodes.some((node) => ends.includes(node.id) && (isCompensationEvent(node) || isForCompensation(node)))
}

function thing(
  file: string,
  element: ModdleElement,
  kind: Kind,
  weight: Weight,
  aspects: ReadonlyMap<string, JsonValue>,
): Thing {
  const id = element.id ?? ''
  return { key: id, subject: { kind, element: id }, title: titleOf(element), file, place: id, weight, aspects }
}
