/**
 * Draws a procedure that has steps and no drawing, as files from elsewhere may be.
 *
 * The layout library knows one process without pools. Each process is laid out by itself; the pools of a collaboration are
 * drawn around theirs, one below the other. What cannot be laid out stays in the file undrawn, and is named.
 */
import { layoutProcess } from 'bpmn-auto-layout'
import { childOf, childrenOf, type ModdleElement } from '../../../engine/core/bpmn/element.ts'
import { isMutable, parseDrawing, type ForeignDrawing, type MutableElement } from '../../../engine/core/bpmn/moddle.ts'

export interface LaidOut {
  readonly xml: string
  /** Types of what is in the file and not drawn, each with how often. */
  readonly undrawn: ReadonlyMap<string, number>
}

interface Layout {
  readonly shapes: readonly MutableElement[]
  /** What is inside folded sub-processes is drawn on a sheet of its own. */
  readonly sheets: readonly MutableElement[]
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const POOL = { name: 30, margin: 30, gap: 40 }

/** A file that cannot be read is none to be laid out: undefined. */
export async function laidOut(xml: string): Promise<LaidOut | undefined> {
  const drawing = await parseDrawing(xml)
  if ('unreadable' in drawing) return undefined
  const { root, create } = drawing
  const collaboration = collaborationOf(root)
  const pools = childrenOf(collaboration, 'participants')
  const processes = processesOf(root).filter((it, at) => (collaboration ? poolOf(pools, it) : at === 0))
  const drawn: MutableElement[] = []
  const sheets: MutableElement[] = []
  let top = 0
  for (const process of processes) {
    const layout = await layoutOf(xml, process.id ?? '')
    const box = boxOf(layout.shapes)
    const inset = collaboration ? POOL.margin : 0
    for (const shape of layout.shapes) move(shape, POOL.name + inset - box.left, top + inset - box.top)
    const width = POOL.name + box.right - box.left + 2 * inset
    const height = box.bottom - box.top + 2 * inset
    const pool = poolOf(pools, process)
    if (pool) drawn.push(shapeOf(create, pool, { x: 0, y: top, width, height }))
    drawn.push(...layout.shapes)
    sheets.push(...layout.sheets)
    top += height + POOL.gap
  }
  const bpmnElement = collaboration ?? processes[0]
  const plane = create('bpmndi:BPMNPlane', { id: 'drawing.plane', bpmnElement, planeElement: drawn })
  for (const it of drawn) it.$parent = plane
  const sheet = create('bpmndi:BPMNDiagram', { id: 'drawing', plane })
  plane.$parent = sheet
  root.set('diagrams', [sheet, ...sheets])
  return { xml: await drawing.write(), undrawn: undrawnIn(root, drawnIn([sheet, ...sheets])) }
}

const processesOf = (root: ModdleElement) =>
  childrenOf(root, 'rootElements').filter((it) => it.$type === 'bpmn:Process')
const collaborationOf = (root: ModdleElement) =>
  childrenOf(root, 'rootElements').find((it) => it.$type === 'bpmn:Collaboration')
const poolOf = (pools: readonly ModdleElement[], process: ModdleElement) =>
  pools.find((it) => childOf(it, 'processRef') === process)

function shapeOf(create: ForeignDrawing['create'], pool: ModdleElement, bounds: object): MutableElement {
  const values = { id: `${pool.id ?? 'pool'}.drawn`, bpmnElement: pool, isHorizontal: true }
  return create('bpmndi:BPMNShape', { ...values, bounds: create('dc:Bounds', { ...bounds }) })
}

/** One process alone in a file of its own. */
async function layoutOf(xml: string, id: string): Promise<Layout> {
  const alone = await parseDrawing(xml)
  if ('unreadable' in alone) return { shapes: [], sheets: [] }
  const others = new Set(['bpmn:Collaboration', 'bpmn:Process'])
  const kept = childrenOf(alone.root, 'rootElements').filter((it) => it.id === id || !others.has(it.$type))
  alone.root.set('rootElements', kept)
  alone.root.set('diagrams', [])
  for (const process of kept) joinFlows(process)
  const drawn = await parseDrawing(await layoutProcess(await alone.write()))
  if ('unreadable' in drawn) return { shapes: [], sheets: [] }
  const [main, ...sheets] = childrenOf(drawn.root, 'diagrams').filter(isMutable)
  return { shapes: childrenOf(childOf(main, 'plane'), 'planeElement').filter(isMutable), sheets }
}

/** The library follows what steps say of their flows; a file may leave that to the flows alone. */
function joinFlows(scope: ModdleElement): void {
  for (const it of childrenOf(scope, 'flowElements')) {
    joinFlows(it)
    if (it.$type !== 'bpmn:SequenceFlow') continue
    addTo(childOf(it, 'sourceRef'), 'outgoing', it)
    addTo(childOf(it, 'targetRef'), 'incoming', it)
  }
}

function addTo(step: ModdleElement | undefined, name: string, flow: ModdleElement): void {
  if (!isMutable(step)) return
  const known = childrenOf(step, name)
  if (!known.includes(flow)) step.set(name, [...known, flow])
}

function boundsOf(shape: ModdleElement): readonly MutableElement[] {
  return [childOf(shape, 'bounds'), childOf(childOf(shape, 'label'), 'bounds')].filter(isMutable)
}

const pointsOf = (shape: ModdleElement): readonly MutableElement[] => childrenOf(shape, 'waypoint').filter(isMutable)
const number = (element: ModdleElement, name: string): number => Number(element.get(name))

function boxOf(shapes: readonly ModdleElement[]): Box {
  const corners = shapes.flatMap((shape) => [
    ...pointsOf(shape).map((it) => ({ x: number(it, 'x'), y: number(it, 'y') })),
    ...boundsOf(shape).flatMap((it) => [
      { x: number(it, 'x'), y: number(it, 'y') },
      { x: number(it, 'x') + number(it, 'width'), y: number(it, 'y') + number(it, 'height') },
    ]),
  ])
  if (corners.length === 0) return { left: 0, top: 0, right: 300, bottom: 120 }
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

function move(shape: ModdleElement, dx: number, dy: number): void {
  for (const it of [...boundsOf(shape), ...pointsOf(shape)]) {
    it.set('x', number(it, 'x') + dx)
    it.set('y', number(it, 'y') + dy)
  }
}

function drawnIn(sheets: readonly ModdleElement[]): ReadonlySet<string> {
  const shapes = sheets.flatMap((sheet) => childrenOf(childOf(sheet, 'plane'), 'planeElement'))
  return new Set(shapes.map((it) => childOf(it, 'bpmnElement')?.id ?? ''))
}

const INSIDE = ['participants', 'messageFlows', 'laneSets', 'lanes', 'flowElements', 'artifacts'] as const
/** Never drawn by themselves. */
const UNSEEN: ReadonlySet<string> = new Set(['bpmn:LaneSet', 'bpmn:DataObject', 'bpmn:Process', 'bpmn:Collaboration'])

function undrawnIn(root: ModdleElement, drawn: ReadonlySet<string>): ReadonlyMap<string, number> {
  const count = new Map<string, number>()
  const visit = (element: ModdleElement): void => {
    if (!UNSEEN.has(element.$type) && !drawn.has(element.id ?? ''))
      count.set(element.$type, (count.get(element.$type) ?? 0) + 1)
    for (const name of INSIDE) for (const it of childrenOf(element, name)) visit(it)
  }
  for (const it of childrenOf(root, 'rootElements')) if (UNSEEN.has(it.$type)) visit(it)
  return count
}
