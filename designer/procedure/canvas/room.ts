/**
 * Room for what is added to a drawing: the free place nearest to where it was to stand, inside the pool, lane or sub-process its
 * step stands in; where there is none, whatever stands further along is moved on and what holds it grows. Nothing comes to lie
 * over anything else, whichever way the drawing runs.
 */
import { is, type Bounds, type Element, type Modeling, type Point } from './model.ts'

export interface SpaceTool {
  calculateAdjustments(
    elements: readonly Element[],
    axis: 'x' | 'y',
    delta: number,
    start: number,
  ): { readonly movingShapes: readonly Element[]; readonly resizingShapes: readonly Element[] }
}

export interface SpaceMaking extends Modeling {
  createSpace(
    moving: readonly Element[],
    resizing: readonly Element[],
    delta: Point,
    direction: 'e' | 'w' | 's',
    start: number,
  ): void
}

/** Pixels: between steps one after the other, between any two shapes, to arrows and letters, inside what holds them. */
const GAP = 50
const APART = 20
const CLEAR = 5
const MARGIN = 20
/** The strip of a pool or lane that its name stands in. */
const NAME = 30
/** How far a place is looked for, and in which steps. */
const STEP = 10
const FAR = 3000
const NEAR = 400

export class Room {
  static readonly $inject = ['modeling', 'spaceTool']
  readonly #modeling: SpaceMaking
  readonly #space: SpaceTool

  constructor(modeling: SpaceMaking, space: SpaceTool) {
    this.#modeling = modeling
    this.#space = space
  }

  /** Where the shape can stand, its middle; to be asked inside a command, for room may have to be made. */
  place(source: Element, shape: Bounds, wish: Point): Point {
    const surroundings = around(source)
    return nearest(surroundings, source, shape, wish) ?? this.#make(surroundings, source, shape, wish)
  }

  /** Whether it can stand just there, arrows and letters aside. */
  isFree(source: Element, shape: Bounds, at: Point): boolean {
    return fits(around(source), shape, at, false)
  }

  /** Moves whatever stands further along, and widens what holds it. */
  widen(parent: Element, axis: 'x' | 'y', delta: number, start: number): void {
    const { movingShapes, resizingShapes } = this.#space.calculateAdjustments(within(parent), axis, delta, start)
    const direction = axis === 'y' ? 's' : delta < 0 ? 'w' : 'e'
    const by = axis === 'y' ? { x: 0, y: delta } : { x: delta, y: 0 }
    this.#modeling.createSpace(movingShapes, resizingShapes, by, direction, start)
  }

  #make(surroundings: Surroundings, source: Element, shape: Bounds, wish: Point): Point {
    const { frame } = surroundings
    const width = shape.width + 2 * MARGIN
    const column = { x: wish.x - width / 2, y: frame?.y ?? 0, width, height: 1 }
    return frame && holds(frame, column)
      ? this.#below(frame, surroundings.shapes, source, shape, wish.x)
      : this.#beyond(surroundings, source, shape, wish)
  }

  /** One way more beside others: under all that stands there, and the lane grows. */
  #below(frame: Bounds, shapes: readonly Bounds[], source: Element, shape: Bounds, x: number): Point {
    const column = { x: x - shape.width / 2 - APART, y: frame.y, width: shape.width + 2 * APART, height: frame.height }
    const lowest = Math.max(frame.y, ...shapes.filter((it) => overlaps(column, it)).map((it) => it.y + it.height))
    const y = lowest + MARGIN + STEP + shape.height / 2
    const end = frame.y + frame.height
    const lacking = Math.ceil((y + shape.height / 2 + MARGIN - end) / STEP) * STEP
    if (lacking > 0) this.widen(source, 'y', lacking, end - 1)
    return { x, y }
  }

  /** Behind the last: whatever stands further along is moved on. */
  #beyond({ frame, shapes }: Surroundings, source: Element, shape: Bounds, wish: Point): Point {
    const height = shape.height + 2 * MARGIN
    const lacking = frame === undefined ? 0 : height - frame.height
    if (frame && lacking > 0) this.widen(source, 'y', Math.ceil(lacking / STEP) * STEP, frame.y + frame.height - 1)
    const y = frame
      ? clamp(wish.y, frame.y + height / 2, frame.y + Math.max(frame.height, height) - height / 2)
      : wish.y
    // Looked at in a mirror where it goes to the left.
    const way = wish.x < middle(source).x ? -1 : 1
    const near = (it: Bounds): number => (way < 0 ? -(it.x + it.width) : it.x)
    const beside = shapes.filter((it) => it.y < y + height / 2 && it.y + it.height > y - height / 2)
    let edge = near(source) + source.width
    for (let at = 0; at < beside.length; at++) {
      const next = beside.find((it) => near(it) <= edge && near(it) + it.width > edge)
      if (next) edge = near(next) + next.width
    }
    this.widen(source, 'x', way * Math.ceil((shape.width + 2 * GAP) / STEP) * STEP, way * edge)
    return { x: way * (edge + GAP + shape.width / 2), y }
  }
}

interface Surroundings {
  /** What it has to stay inside. */
  readonly frame: Bounds | undefined
  readonly shapes: readonly Bounds[]
  /** Arrows and letters, over which it stands only where there is no better place. */
  readonly lines: readonly Bounds[]
}

function around(source: Element): Surroundings {
  const all = within(source)
  const holders = holdersOf(source)
  const shapes = all.filter((it) => !it.waypoints && !it.labelTarget && !holders.includes(it) && !isBackground(it))
  const lines = all.flatMap((it) => (it.waypoints ? segmentsOf(it.waypoints) : it.labelTarget ? [it] : []))
  return { frame: frameOf(source, all, holders[0]), shapes, lines }
}

const isBackground = (element: Element): boolean => is(element, 'bpmn:Lane') || is(element, 'bpmn:Group')

function holdersOf(source: Element): readonly Element[] {
  const holders: Element[] = []
  for (let at = source.parent; at?.parent !== undefined; at = at.parent) holders.push(at)
  return holders
}

/** The innermost lane its middle is in, or else what holds it, without the names at their edge. */
function frameOf(source: Element, all: readonly Element[], holder: Element | undefined): Bounds | undefined {
  if (holder === undefined || is(holder, 'bpmn:SubProcess')) return holder
  const at = middle(source)
  const lanes = all.filter((it) => is(it, 'bpmn:Lane') && it.parent && overlaps({ ...at, width: 1, height: 1 }, it))
  const [lane] = lanes.toSorted((one, other) => one.width * one.height - other.width * other.height)
  const { x, y, width, height } = lane ?? holder
  return { x: x + NAME, y, width: width - NAME, height }
}

function fits({ frame, shapes, lines }: Surroundings, { width, height }: Bounds, at: Point, isClear: boolean): boolean {
  const box = { x: at.x - width / 2, y: at.y - height / 2, width, height }
  if (frame && !holds(frame, grown(box, MARGIN))) return false
  if (isClear && lines.some((it) => overlaps(grown(box, CLEAR), it))) return false
  return shapes.every((it) => !overlaps(grown(box, APART), it))
}

function nearest(surroundings: Surroundings, source: Element, shape: Bounds, wish: Point): Point | undefined {
  for (const [isClear, far] of [
    [true, NEAR],
    [false, FAR],
  ] as const)
    for (let away = 0; away <= far; away += STEP)
      for (const y of ways(source, wish, away))
        if (fits(surroundings, shape, { x: wish.x, y }, isClear)) return { x: wish.x, y }
  return undefined
}

/** Downwards first; from the edge of a step only away from it. */
function ways({ host }: Element, { y }: Point, away: number): readonly number[] {
  if (host) return [middle(host).y > y ? y - away : y + away]
  return [y + away, y - away]
}

/** All that stands in the drawing, so that a sub-process and its pool grow with what is in them. */
function within(parent: Element): readonly Element[] {
  let top = parent
  while (top.parent !== undefined) top = top.parent
  // Arrows have no children at all.
  const below = ({ children, waypoints }: Element): readonly Element[] =>
    waypoints ? [] : children.flatMap((it) => [it, ...below(it)])
  return below(top)
}

function segmentsOf(points: readonly Point[]): readonly Bounds[] {
  return points.slice(1).map((to, at) => {
    const from = points[at] ?? to
    return {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.max(1, Math.abs(to.x - from.x)),
      height: Math.max(1, Math.abs(to.y - from.y)),
    }
  })
}

export const middle = ({ x, y, width, height }: Bounds): Point => ({ x: x + width / 2, y: y + height / 2 })

const grown = ({ x, y, width, height }: Bounds, by: number): Bounds => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
})

const overlaps = (one: Bounds, other: Bounds): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height

const holds = (outer: Bounds, inner: Bounds): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)
