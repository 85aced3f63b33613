/** The record folded into activities of the service's own procedure, each with the work that was done for it. */
import type { Event, EventKind, EventOf, OpenedJob, OpenedTask } from '../event.ts'
import { eventsOf } from '../history.ts'
import type { LocalId, ProgramKey } from '../ids.ts'
import type { JsonObject } from '../json.ts'
import type { Element } from '../program.ts'
import type { Drawing, Told } from './timeline.ts'

/** One element instance, in its own procedure or in one it calls. */
export interface Node {
  readonly id: LocalId
  element: string
  readonly scope: LocalId | undefined
  /** The procedure it stands in. */
  program: ProgramKey
  /** The process or a called process itself. */
  readonly isProcess: boolean
  readonly variables: JsonObject
  readonly at: number
  /** Of the record in which it began. */
  readonly seq: number
  ended?: { readonly at: number; readonly seq: number; readonly outcome: 'completed' | 'terminated' }
}

/** A task or job. */
export interface Work {
  readonly node: Node
  readonly at: number
  task?: OpenedTask
  job?: OpenedJob
  closed?: { readonly at: number; readonly outcome: 'completed' | 'canceled' | 'error' }
}

export interface Activity {
  readonly node: Node
  readonly works: Work[]
}

export interface Course {
  readonly nodes: ReadonlyMap<LocalId, Node>
  /** In the order in which somebody was first busy with them. */
  readonly activities: readonly Activity[]
  readonly moments: readonly Moment[]
  readonly isHeld: boolean
  /** When the oldest fault that is still open came up. */
  readonly faultSince: number | undefined
  drawingOf(node: Node): Drawing | undefined
  elementOf(node: Node): Element | undefined
  /** From the process of the whole application down to it. */
  pathTo(node: Node): readonly Node[]
}

export interface Moment {
  readonly kind: 'received' | 'held' | 'goesOn' | 'over' | 'calledOff'
  readonly at: number
}

interface Fold {
  root: ProgramKey | undefined
  readonly nodes: Map<LocalId, Node>
  readonly works: Map<LocalId, Work>
  readonly faults: Map<LocalId, number>
  readonly moments: Moment[]
  isHeld: boolean
}

interface When {
  readonly at: number
  readonly seq: number
}

type Folder<K extends EventKind> = (fold: Fold, event: EventOf<K>, when: When) => void

const FOLDERS: { readonly [K in EventKind]?: Folder<K> } = {
  instanceStarted(fold, { program, assistance }, { at }) {
    fold.root = program
    fold.moments.push({ kind: 'received', at, ...(assistance && { consent: assistance.consent }) })
  },
  instanceMigrated: (fold, { to }) => void (fold.root = to),
  instanceCompleted: (fold, _, { at }) => void fold.moments.push({ kind: 'over', at }),
  instanceTerminated: (fold, _, { at }) => void fold.moments.push({ kind: 'calledOff', at }),
  instanceSuspended(fold, _, { at }) {
    if (!fold.isHeld) fold.moments.push({ kind: 'held', at })
    fold.isHeld = true
  },
  instanceResumed(fold, _, { at }) {
    fold.isHeld = false
    fold.moments.push({ kind: 'goesOn', at })
  },
  elementActivated(fold, { id, element, scope, program, variables = {} }, when) {
    const around = scope === undefined ? fold.root : fold.nodes.get(scope)?.program
    const own = program ?? around
    if (own === undefined) return
    const isProcess = program !== undefined || scope === undefined
    fold.nodes.set(id, { id, element, scope, program: own, isProcess, variables, ...when })
  },
  elementMigrated(fold, { id, element, program }) {
    const node = fold.nodes.get(id)
    if (!node) return
    node.element = element
    if (program !== undefined) node.program = program
    else if (node.scope !== undefined) node.program = fold.nodes.get(node.scope)?.program ?? node.program
  },
  elementCompleted: (fold, { id }, when) => end(fold, id, 'completed', when),
  elementTerminated: (fold, { id }, when) => end(fold, id, 'terminated', when),
  taskOpened: (fold, { id, task }, { at }) => open(fold, id, { task }, at),
  taskRenewed: (fold, { id, task }) => renew(fold, id, { task }),
  taskRescheduled: (fold, { id, due }) => reschedule(fold, id, due),
  taskClosed: (fold, { id, outcome }, { at }) => close(fold, id, outcome, at),
  jobOpened: (fold, { id, job }, { at }) => open(fold, id, { job }, at),
  jobRenewed: (fold, { id, job }) => renew(fold, id, { job }),
  jobClosed: (fold, { id, outcome }, { at }) => close(fold, id, outcome, at),
  incidentRaised: (fold, { id }, { at }) => void fold.faults.set(id, at),
  incidentResolved: (fold, { id }) => void fold.faults.delete(id),
}

function end({ nodes }: Fold, id: LocalId, outcome: 'completed' | 'terminated', { at, seq }: When): void {
  const node = nodes.get(id)
  if (node) node.ended = { at, seq, outcome }
}

function open({ nodes, works }: Fold, id: LocalId, what: Pick<Work, 'task' | 'job'>, at: number): void {
  const node = nodes.get(id)
  if (node) works.set(id, { node, at, ...what })
}

function renew({ works }: Fold, id: LocalId, what: Pick<Work, 'task' | 'job'>): void {
  const work = works.get(id)
  if (work) Object.assign(work, what)
}

/** Its date moved with the statutory clock. */
function reschedule({ works }: Fold, id: LocalId, due: number | undefined): void {
  const work = works.get(id)
  if (!work?.task) return
  const { due: _, ...task } = work.task
  work.task = due === undefined ? task : { ...task, due }
}

function close({ works }: Fold, id: LocalId, outcome: 'completed' | 'canceled' | 'error', at: number): void {
  const work = works.get(id)
  if (work) work.closed = { at, outcome }
}

export function activitiesOf({ records, drawing }: Told): Course {
  const fold: Fold = {
    root: undefined,
    nodes: new Map(),
    works: new Map(),
    faults: new Map(),
    moments: [],
    isHeld: false,
  }
  for (const record of records)
    for (const event of eventsOf(record)) {
      const folder = FOLDERS[event.kind] as Folder<EventKind> | undefined
      folder?.(fold, event satisfies Event, { at: record.at, seq: record.seq })
    }
  const { nodes, moments, isHeld } = fold
  const faults = [...fold.faults.values()]
  const course = {
    nodes,
    moments,
    isHeld,
    faultSince: faults.length === 0 ? undefined : Math.min(...faults),
    drawingOf: (node: Node) => drawing(node.program),
    elementOf: (node: Node) => elementIn(drawing(node.program), node),
    pathTo: (node: Node) => pathTo(nodes, node),
  }
  return { ...course, activities: grouped([...fold.works.values()], course) }
}

function elementIn(drawn: Drawing | undefined, { element }: Node): Element | undefined {
  const index = drawn?.program.byId.get(element)
  return index === undefined ? undefined : drawn?.program.elements[index]
}

function pathTo(nodes: ReadonlyMap<LocalId, Node>, node: Node): readonly Node[] {
  const path: Node[] = []
  for (let at: Node | undefined = node; at; at = at.scope === undefined ? undefined : nodes.get(at.scope)) path.push(at)
  return path.toReversed()
}

function grouped(works: readonly Work[], course: Pick<Course, 'elementOf' | 'pathTo'>): readonly Activity[] {
  const found = new Map<LocalId, Activity>()
  for (const work of works) {
    const node = activityOf(work.node, course)
    const activity = found.get(node.id) ?? { node, works: [] }
    activity.works.push(work)
    found.set(node.id, activity)
  }
  return [...found.values()]
}

const SCOPES: ReadonlySet<string> = new Set([
  'process',
  'subProcess',
  'transaction',
  'adHocSubProcess',
  'eventSubProcess',
])

/** The outermost thing of the service's own procedure that is no mere part of the drawing; of a repeated one, this time. */
function activityOf(node: Node, { elementOf, pathTo: path }: Pick<Course, 'elementOf' | 'pathTo'>): Node {
  const way = path(node)
  const at = way.findIndex((one, index) => index > 0 && !one.isProcess && !SCOPES.has(elementOf(one)?.kind ?? ''))
  const found = way[at] ?? node
  const inner = way[at + 1]
  return inner && !inner.isProcess && inner.element === found.element ? inner : found
}
