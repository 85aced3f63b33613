/** A drawing as a file, turned to run the way its reader reads: a service that is begun from one is drawn from the right for who reads Arabic. */
import { childOf, childrenOf, extensionOf, textOf, type ModdleElement } from '../bpmn/element.ts'
import { isMutable, parseDrawing, type ForeignDrawing, type MutableElement } from '../bpmn/moddle.ts'
import { axesOf, insideOf, spanOf, turnDrawn } from './turning.ts'

export type Flow = 'ltr' | 'rtl'

/** In the zeebe:properties of a process: which way its drawing runs. */
export const FLOW_PROPERTY = 'masar:flow'

/** One that says which way it runs stays as it is, and so does what cannot be read. Only for text that `scanXml` let pass. */
export async function turnedTo(flow: Flow, xml: string): Promise<string> {
  const drawing = await parseDrawing(xml)
  if ('unreadable' in drawing) return xml
  const { root } = drawing
  const processes = childrenOf(root, 'rootElements').filter(({ $type }) => $type === 'bpmn:Process')
  if (processes.some(isChosen)) return xml
  const sheets = childrenOf(root, 'diagrams').map((it) => shapesOf(childOf(it, 'plane')))
  if (flowOf(sheets.flat()) === flow) return xml
  for (const sheet of sheets) turn(sheet)
  for (const process of processes) choose(drawing, process, flow)
  return drawing.write()
}

const isChosen = (process: ModdleElement): boolean =>
  childrenOf(extensionOf(process, 'zeebe:Properties'), 'properties').some((it) => textOf(it, 'name') === FLOW_PROPERTY)

const shapesOf = (plane: ModdleElement | undefined): readonly ModdleElement[] => childrenOf(plane, 'planeElement')

/** The way most of its arrows go. */
function flowOf(shapes: readonly ModdleElement[]): Flow {
  const flows = shapes.filter((it) => childOf(it, 'bpmnElement')?.$type === 'bpmn:SequenceFlow')
  const lengths = flows.map((it) => {
    const points = childrenOf(it, 'waypoint')
    return Math.sign(Number(points.at(-1)?.get('x')) - Number(points[0]?.get('x')))
  })
  return lengths.reduce((sum, it) => sum + it, 0) < 0 ? 'rtl' : 'ltr'
}

const FRAMES: ReadonlySet<string> = new Set(['bpmn:Participant', 'bpmn:Lane'])
const typeOf = (shape: ModdleElement): string => childOf(shape, 'bpmnElement')?.$type ?? ''

function turn(sheet: readonly ModdleElement[]): void {
  const pools = sheet.filter((it) => typeOf(it) === 'bpmn:Participant')
  const turned = sheet.filter((it) => !FRAMES.has(typeOf(it)))
  const frames = new Map(turned.map((it) => [it, poolOf(it, pools)]))
  const axes = axesOf(turned.map((it) => [frames.get(it), spanIn(frames.get(it), it)] as const))
  for (const shape of turned) turnDrawn(shape, axes.get(frames.get(shape)) ?? 0)
}

function spanIn(pool: ModdleElement | undefined, shape: ModdleElement) {
  const bounds = childOf(pool, 'bounds')
  return bounds ? insideOf({ x: Number(bounds.get('x')), width: Number(bounds.get('width')) }) : spanOf(shape)
}

/** The pool whose procedure it is in; of an arrow between pools, that of where it comes from. */
function poolOf(shape: ModdleElement, pools: readonly ModdleElement[]): ModdleElement | undefined {
  const meaning = childOf(shape, 'bpmnElement')
  let at = childOf(meaning, 'sourceRef') ?? meaning
  while (at !== undefined && at.$type !== 'bpmn:Process' && at.$type !== 'bpmn:Participant') at = at.$parent
  return pools.find((it) => {
    const pool = childOf(it, 'bpmnElement')
    return pool !== undefined && (pool === at || childOf(pool, 'processRef') === at)
  })
}

function choose({ create }: ForeignDrawing, process: ModdleElement, flow: Flow): void {
  if (!isMutable(process)) return
  const within = (parent: MutableElement, name: string, made: MutableElement): MutableElement => {
    made.$parent = parent
    parent.set(name, [...childrenOf(parent, name), made])
    return made
  }
  const before = childOf(process, 'extensionElements')
  const extensions = isMutable(before) ? before : create('bpmn:ExtensionElements', {})
  extensions.$parent = process
  process.set('extensionElements', extensions)
  const known = extensionOf(process, 'zeebe:Properties')
  const properties = isMutable(known) ? known : within(extensions, 'values', create('zeebe:Properties', {}))
  within(properties, 'properties', create('zeebe:Property', { name: FLOW_PROPERTY, value: flow }))
}
