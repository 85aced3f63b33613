/**
 * Drawings as Camunda Modeler 5 writes them for Camunda 8, from as few words as a test needs.
 *
 * Steps are named by their ids and joined by lines such as 'Fork -> Review -> Join' or 'Gate -> Refuse if =amount > 5';
 * the file gets everything the Modeler adds around that: its own attributes, messages and errors beside the process,
 * and the diagram with a shape for every step and an edge for every flow.
 */
export interface Step {
  readonly id: string
  readonly tag: string
  readonly attributes?: string
  readonly extensions?: string
  /** Event definitions and loop characteristics, which stand behind the flows. */
  readonly inner?: string
  readonly size?: readonly [width: number, height: number]
  readonly inside?: Inside
  /** What stands behind the steps inside. */
  readonly last?: string
  /** Messages and errors it refers to, by their id. */
  readonly roots?: Readonly<Record<string, string>>
}

export interface Inside {
  readonly steps: readonly Step[]
  readonly flows: readonly Arrow[]
  /** Dotted lines from a compensation event to its handler: 'Undo ..> Refund'. */
  readonly associations: readonly (readonly [from: string, to: string])[]
}

interface Arrow {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly condition?: string
  readonly isDefault: boolean
}

export interface ProcessDrawing extends Inside {
  readonly id: string
  /** Lane sets and data, which stand before or among the steps. */
  readonly lanes?: string
  readonly data?: string
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&#34;')

/** Attributes in the order given; undefined ones are left out. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escape(String(value))}"`]))
    .join('')
}

export const tag = (name: string, values: Parameters<typeof attributes>[0] = {}, inner = ''): string =>
  inner === '' ? `<${name}${attributes(values)} />` : `<${name}${attributes(values)}>${inner}</${name}>`

/** @param parts steps, and lines of flows between them */
export function process(id: string, ...parts: readonly (Step | string)[]): ProcessDrawing {
  return { id, ...inside(parts) }
}

/** The steps one after the other, as the Modeler's append does: Start, the steps, End. */
export function line(...steps: readonly Step[]): ProcessDrawing {
  const all = [startEvent('Start'), ...steps, endEvent('End')]
  return process('Process_1', ...all, all.map((step) => step.id).join(' -> '))
}

export function inside(parts: readonly (Step | string)[]): Inside {
  const steps = parts.filter((part) => typeof part !== 'string')
  const lines = parts.filter((part) => typeof part === 'string')
  return {
    steps,
    flows: lines.filter((text) => !text.includes(DOTTED)).flatMap(arrows),
    associations: lines.filter((text) => text.includes(DOTTED)).map(dotted),
  }
}

const DOTTED = ' ..> '

function dotted(text: string): readonly [string, string] {
  const [from = '', to = ''] = text.split(DOTTED)
  return [from, to]
}

function arrows(text: string): readonly Arrow[] {
  const [way = '', condition] = text.split(' if ')
  const isDefault = way.endsWith(' by default')
  const stops = way.replace(/ by default$/, '').split(' -> ')
  return stops.slice(1).map((to, index) => {
    const from = stops[index] ?? ''
    const last = index === stops.length - 2
    const id = `Flow_${from}_${to}`
    return { id, from, to, isDefault: last && isDefault, ...(last && condition !== undefined ? { condition } : {}) }
  })
}

export const startEvent = (id: string, inner: Partial<Step> = {}): Step => ({
  id,
  tag: 'startEvent',
  size: [36, 36],
  ...inner,
})
export const endEvent = (id: string, inner: Partial<Step> = {}): Step => ({
  id,
  tag: 'endEvent',
  size: [36, 36],
  ...inner,
})

/** The whole file. */
export function xml(...processes: readonly ProcessDrawing[]): string {
  const roots = Object.assign(
    {},
    ...processes.flatMap((one) => allSteps(one).map((step) => step.roots ?? {})),
  ) as object
  const [first] = processes
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:modeler="http://camunda.org/schema/modeler/1.0" id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn" exporter="Camunda Modeler" exporterVersion="5.31.0" modeler:executionPlatform="Camunda Cloud" modeler:executionPlatformVersion="8.6.0">
${processes.map(processXml).join('\n')}
${Object.values(roots).join('\n')}
<bpmndi:BPMNDiagram id="BPMNDiagram_1"><bpmndi:BPMNPlane id="BPMNPlane_1" bpmnElement="${first?.id ?? ''}">
${processes.map(shapes).join('\n')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`
}

const processXml = (drawing: ProcessDrawing): string =>
  tag(
    'bpmn:process',
    { id: drawing.id, name: drawing.id, isExecutable: true },
    `${drawing.lanes ?? ''}${drawing.data ?? ''}${insideXml(drawing)}`,
  )

const insideXml = ({ steps, flows, associations }: Inside): string =>
  [
    ...steps.map((step) => stepXml(step, flows)),
    ...flows.map(flowXml),
    ...associations.map(([sourceRef, targetRef]) =>
      tag('bpmn:association', {
        id: `Association_${sourceRef}_${targetRef}`,
        associationDirection: 'One',
        sourceRef,
        targetRef,
      }),
    ),
  ].join('\n')

function stepXml(step: Step, flows: readonly Arrow[]): string {
  const into = flows.filter((flow) => flow.to === step.id).map((flow) => `<bpmn:incoming>${flow.id}</bpmn:incoming>`)
  const out = flows.filter((flow) => flow.from === step.id)
  const way = out.find((flow) => flow.isDefault)
  const head = `bpmn:${step.tag}${attributes({ id: step.id, name: step.id })}${step.attributes ?? ''}${attributes({ default: way?.id })}`
  const body = [
    step.extensions === undefined ? '' : `<bpmn:extensionElements>${step.extensions}</bpmn:extensionElements>`,
    ...into,
    ...out.map((flow) => `<bpmn:outgoing>${flow.id}</bpmn:outgoing>`),
    step.inner ?? '',
    step.inside ? insideXml(step.inside) : '',
    step.last ?? '',
  ].join('')
  return `<${head}>${body}</bpmn:${step.tag}>`
}

const flowXml = ({ id, from, to, condition }: Arrow): string =>
  tag(
    'bpmn:sequenceFlow',
    { id, sourceRef: from, targetRef: to },
    condition === undefined ? '' : formal('conditionExpression', condition),
  )

/** An expression as the Modeler writes it. */
export const formal = (name: string, text: string): string =>
  `<bpmn:${name} xsi:type="bpmn:tFormalExpression">${escape(text)}</bpmn:${name}>`

const allSteps = (drawing: Inside): readonly Step[] =>
  drawing.steps.flatMap((step) => [step, ...(step.inside ? allSteps(step.inside) : [])])

const allFlows = (drawing: Inside): readonly Arrow[] => [
  ...drawing.flows,
  ...drawing.steps.flatMap((step) => (step.inside ? allFlows(step.inside) : [])),
]

function shapes(drawing: ProcessDrawing): string {
  const drawn = allSteps(drawing).map((step, index) => {
    const [width, height] = step.size ?? [100, 80]
    const bounds = tag('dc:Bounds', { x: 160 + index * 150, y: 100, width, height })
    return tag('bpmndi:BPMNShape', { id: `${step.id}_di`, bpmnElement: step.id }, bounds)
  })
  const edges = allFlows(drawing).map((flow) =>
    tag(
      'bpmndi:BPMNEdge',
      { id: `${flow.id}_di`, bpmnElement: flow.id },
      tag('di:waypoint', { x: 200, y: 140 }) + tag('di:waypoint', { x: 310, y: 140 }),
    ),
  )
  return [...drawn, ...edges].join('\n')
}
