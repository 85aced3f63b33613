/**
 * A new step behind one that is there: between it and its next where only one may follow, for two arrows out of a step
 * mean that both ways are gone at once. Behind a gateway, and where nothing follows yet, it is one way more.
 */
import { is, type CommandStack, type Diagram, type Element, type Modeling, type Point } from './model.ts'

/** Pixels of arrow on either side. */
const GAP = 50

const COMMAND = 'masar.insert'

interface Context {
  readonly flow: Element
  readonly shape: Element
}

interface SpaceTool {
  calculateAdjustments(
    elements: readonly Element[],
    axis: 'x',
    delta: number,
    start: number,
  ): { readonly movingShapes: readonly Element[]; readonly resizingShapes: readonly Element[] }
}

interface SpaceMaking extends Modeling {
  createSpace(
    moving: readonly Element[],
    resizing: readonly Element[],
    delta: Point,
    direction: 'e' | 'w',
    start: number,
  ): void
}

/** @returns the step as it stands on the canvas, selected */
export function follow(diagram: Diagram, source: Element, shape: Element): Element {
  const flow = is(shape, 'bpmn:FlowNode') ? onlyWay(source, shape) : undefined
  if (flow) diagram.get('commandStack').execute(COMMAND, { flow, shape } satisfies Context)
  else diagram.get('autoPlace').append(source, shape)
  diagram.get('selection').select(shape)
  diagram.get('canvas').scrollToElement(shape)
  return shape
}

function onlyWay(source: Element, shape: Element): Element | undefined {
  if (is(source, 'bpmn:Gateway') || is(shape, 'bpmn:EndEvent')) return undefined
  const [flow, ...others] = source.outgoing.filter(({ type }) => type === 'bpmn:SequenceFlow')
  return others.length === 0 ? flow : undefined
}

class Insert {
  static readonly $inject = ['modeling', 'spaceTool']
  readonly #modeling: SpaceMaking
  readonly #space: SpaceTool

  constructor(modeling: SpaceMaking, space: SpaceTool) {
    this.#modeling = modeling
    this.#space = space
  }

  preExecute({ flow, shape }: Context): void {
    this.#makeRoom(flow, shape.width)
    this.#modeling.createShape(shape, middleOf(flow), flow)
  }

  /** Everything that stands further along moves along. A flow that leads back, or up and down, has its room elsewhere. */
  #makeRoom({ source, target, parent }: Element, width: number): void {
    if (source === undefined || target === undefined || parent === undefined) return
    const isLeftward = target.x + target.width <= source.x
    const room = isLeftward ? source.x - target.x - target.width : target.x - source.x - source.width
    const lacking = Math.ceil((width + 2 * GAP - room) / 10) * 10
    if (room < 0 || lacking <= 0) return
    const delta = isLeftward ? -lacking : lacking
    const start = isLeftward ? source.x : source.x + source.width
    const { movingShapes, resizingShapes } = this.#space.calculateAdjustments(within(parent), 'x', delta, start)
    this.#modeling.createSpace(movingShapes, resizingShapes, { x: delta, y: 0 }, isLeftward ? 'w' : 'e', start)
  }
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

/** Between the two steps, on the arrow. */
function middleOf({ waypoints = [] }: Element): Point {
  const at = Math.max(0, Math.floor((waypoints.length - 1) / 2))
  const [from, to] = [waypoints[at], waypoints[at + 1]]
  if (!from || !to) throw new Error('Expected an arrow of two points or more')
  return { x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2) }
}

/** Part of the canvas from the start, so that the command is known. */
export const followModule = {
  __init__: [
    ['commandStack', (commands: Pick<CommandStack, 'registerHandler'>) => commands.registerHandler(COMMAND, Insert)],
  ],
}
