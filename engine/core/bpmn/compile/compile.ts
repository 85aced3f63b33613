/** From a drawing that passed all rules to the tables the executor runs: once per deployed version. */
import type { Element, Flow as ProgramFlow, Mapping, Program } from '../../program.ts'
import {
  attachedTo,
  conditionOf,
  defaultFlowOf,
  isEventSubProcess,
  nameOf,
  processOf,
  type Diagram,
  type Flow,
  type Node,
} from '../diagram.ts'
import { inputsOf, ofInstances, outputsOf, propertiesIn, type DataMapping } from '../data.ts'
import { childrenOf, extensionOf, propertiesOf, textOf, type ModdleElement } from '../element.ts'
import { compiled } from '../expression.ts'
import type { Links } from '../links.ts'
import type { FlowNodeType } from '../vocabulary.ts'
import { undoingIn } from '../undoing.ts'
import { variablePath } from '../variable.ts'
import { deadlinesOf } from './deadlines.ts'
import { jumpsIn, type Jump } from './jumps.ts'
import { present, type Compiling } from './kind.ts'
import { loopOf } from './loop.ts'
import { COMPILERS } from './table.ts'

/** Throws only on a drawing with errors in `checkDiagram`, which must never come here. */
export function compileProgram(diagram: Diagram, processId: string, links: Links): Program {
  const process = diagram.processes.find((it) => it.id === processId)
  if (!process) throw new Error(`Expected an executable process "${processId}" in ${diagram.file}`)
  const nodes = diagram.nodes.filter((it) => processOf(it) === process)
  const flows = diagram.flows.filter((it) => processOf(it.scope) === process)
  const compiling: Compiling = {
    undoing: undoingIn(diagram),
    drawn: flows.length,
    links,
    jumps: jumpsIn(nodes),
    indexOf: indexIn(nodes),
    flowIndexOf: indexIn(flows),
    boundariesOf: boundariesIn(nodes),
  }
  const versionTag = textOf(extensionOf(process.element, 'zeebe:VersionTag'), 'value')
  return {
    key: links.key(processId),
    processId,
    name: nameOf(process) || processId,
    ...(versionTag === undefined ? {} : { versionTag }),
    elements: nodes.map((it) => elementOf(it, compiling)),
    flows: [...flows.map((it) => flowOf(it, compiling)), ...jumpFlows(compiling)],
    byId: new Map(nodes.map((it, index) => [it.id, index])),
    decisions: links.decisions,
    ...deadlinesOf(nodes, links),
  }
}

function elementOf(node: Node, compiling: Compiling): Element {
  const mapping = extensionOf(node.element, 'zeebe:IoMapping')
  const loop = loopOf(node)
  const defaultFlow = defaultFlowOf(node)
  const base = {
    index: compiling.indexOf(node.element),
    id: node.id,
    name: nameOf(node),
    parent: node.parent ? compiling.indexOf(node.parent.element) : -1,
    incoming: [...node.incoming.map((it) => compiling.flowIndexOf(it.element)), ...jumpsAt(node, 'to', compiling)],
    outgoing: [...node.outgoing.map((it) => compiling.flowIndexOf(it.element)), ...jumpsAt(node, 'from', compiling)],
    inputs: [
      ...ofInstances(node, inputsOf(node)).map((it) => dataMapping(it, node)),
      ...childrenOf(mapping, 'inputParameters').map((it) => mappingOf(it, node)),
    ],
    outputs: [
      ...ofInstances(node, outputsOf(node)).map((it) => dataMapping(it, node)),
      ...childrenOf(mapping, 'outputParameters').map((it) => mappingOf(it, node)),
    ],
    ...localsOf(node),
    boundaries: compiling.boundariesOf.get(node.element) ?? [],
    eventSubProcesses: node.children.filter(isEventSubProcess).map((it) => compiling.indexOf(it.element)),
    headers: headersOf(node),
    properties: Object.fromEntries(propertiesOf(node.element)),
    ...(loop === undefined ? {} : { loop }),
    ...(defaultFlow === undefined ? {} : { defaultFlow: compiling.flowIndexOf(defaultFlow) }),
  }
  return { ...base, ...COMPILERS[node.type as FlowNodeType | 'bpmn:Process'](node, compiling) }
}

function flowOf(flow: Flow, compiling: Compiling): ProgramFlow {
  const condition = textOf(conditionOf(flow), 'body')
  return {
    index: compiling.flowIndexOf(flow.element),
    id: flow.id,
    from: compiling.indexOf(flow.from?.element),
    to: compiling.indexOf(flow.to?.element),
    ...(condition === undefined ? {} : { condition: compiled(condition) }),
  }
}

/** No id of a file has a ">" in it. */
const jumpFlows = ({ drawn, jumps, indexOf }: Compiling): readonly ProgramFlow[] =>
  jumps.map(({ from, to }, at) => ({
    index: drawn + at,
    id: `${from.id}>${to.id}`,
    from: indexOf(from.element),
    to: indexOf(to.element),
    isLink: true,
  }))

const jumpsAt = (node: Node, end: keyof Jump, { drawn, jumps }: Compiling): readonly number[] =>
  jumps.flatMap((jump, at) => (jump[end] === node ? [drawn + at] : []))

function mappingOf(mapping: ModdleElement, node: Node): Mapping {
  return {
    source: compiled(present(textOf(mapping, 'source'), 'a mapping source', node)),
    target: present(variablePath(textOf(mapping, 'target') ?? ''), 'a mapping target', node),
  }
}

function dataMapping({ source, target }: DataMapping, node: Node): Mapping {
  return { source: compiled(source), target: present(variablePath(target), 'a data target', node) }
}

/** Properties of the element, as variables to begin with. */
function localsOf(node: Node): Pick<Element, 'locals'> {
  const found = propertiesIn(node)
  if (found.length === 0) return {}
  return { locals: found.map(({ name, otherwise }) => ({ source: compiled(otherwise ?? '=null'), target: [name] })) }
}

function headersOf(node: Node): Readonly<Record<string, string>> {
  const headers = childrenOf(extensionOf(node.element, 'zeebe:TaskHeaders'), 'values')
  return Object.fromEntries(headers.map((it) => [textOf(it, 'key') ?? '', textOf(it, 'value') ?? '']))
}

function boundariesIn(nodes: readonly Node[]): ReadonlyMap<ModdleElement, readonly number[]> {
  const found = new Map<ModdleElement, number[]>()
  for (const [index, node] of nodes.entries()) {
    const host = attachedTo(node)
    if (host) found.set(host, [...(found.get(host) ?? []), index])
  }
  return found
}

function indexIn(list: readonly { readonly element: ModdleElement }[]): (element: ModdleElement | undefined) => number {
  const indexes = new Map(list.map((it, index) => [it.element, index]))
  return (element) => {
    const index = element && indexes.get(element)
    if (index === undefined) throw new Error(`Expected ${element?.id ?? 'an element'} within the process`)
    return index
  }
}
