/**
 * A new step behind one that is there: between it and its next where only one may follow, for two arrows out of a step
 * mean that both ways are gone at once. Behind a gateway, and where nothing follows yet, it is one way more.
 */
import { is, type CommandStack, type Diagram, type Element, type EventBus, type Point } from './model.ts'
import { middle, Room, type SpaceMaking } from './room.ts'

/** Pixels of arrow on either side. */
const GAP = 50

const COMMAND = 'masar.insert'

interface Context {
  readonly flow: Element
  readonly shape: Element
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

interface Inserting extends SpaceMaking {
  reconnectEnd(connection: Element, target: Element, docking: Point): void
}

class Insert {
  static readonly $inject = ['modeling', 'room']
  readonly #modeling: Inserting
  readonly #room: Room

  constructor(modeling: Inserting, room: Room) {
    this.#modeling = modeling
    this.#room = room
  }

  preExecute({ flow, shape }: Context): void {
    const { source, target } = flow
    if (source === undefined || target === undefined || source.parent === undefined) return
    this.#makeRoom(flow, shape.width)
    const onArrow = middleOf(flow)
    if (this.#room.isFree(source, shape, onArrow)) {
      this.#modeling.createShape(shape, onArrow, flow)
      return
    }
    // Beside the arrow, which is led there and on from there.
    const made = this.#modeling.createShape(shape, this.#room.place(source, shape, onArrow), source.parent)
    this.#modeling.reconnectEnd(flow, made, middle(made))
    this.#modeling.connect(made, target)
  }

  /** Everything that stands further along moves along. A flow that leads back, or up and down, has its room elsewhere. */
  #makeRoom({ source, target, parent }: Element, width: number): void {
    if (source === undefined || target === undefined || parent === undefined) return
    const isLeftward = target.x + target.width <= source.x
    const room = isLeftward ? source.x - target.x - target.width : target.x - source.x - source.width
    const lacking = Math.ceil((width + 2 * GAP - room) / 10) * 10
    if (room < 0 || lacking <= 0) return
    const start = isLeftward ? source.x : source.x + source.width
    this.#room.widen(parent, 'x', isLeftward ? -lacking : lacking, start)
  }
}

/** Between the two steps, on the arrow. */
function middleOf({ waypoints = [] }: Element): Point {
  const at = Math.max(0, Math.floor((waypoints.length - 1) / 2))
  const [from, to] = [waypoints[at], waypoints[at + 1]]
  if (!from || !to) throw new Error('Expected an arrow of two points or more')
  return { x: Math.round((from.x + to.x) / 2), y: Math.round((from.y + to.y) / 2) }
}

interface Appending {
  readonly source: Element
  readonly shape: Element
  position?: Point
}

/** What is appended by a menu stands where there is room; what is dragged, where it is dropped. */
class Appended {
  static readonly $inject = ['eventBus', 'room']

  constructor(bus: EventBus, room: Room) {
    let placed: Element | undefined
    bus.on<Appending>('autoPlace.start', ({ shape }) => {
      placed = shape
    })
    bus.on<{ readonly context: Appending }>('commandStack.shape.append.preExecute', 2000, ({ context }) => {
      const { source, shape, position } = context
      if (shape !== placed || position === undefined || source.waypoints) return
      placed = undefined
      context.position = room.place(source, shape, position)
    })
  }
}

/** Part of the canvas from the start, so that the command is known. */
export const followModule = {
  __init__: [
    'appended',
    ['commandStack', (commands: Pick<CommandStack, 'registerHandler'>) => commands.registerHandler(COMMAND, Insert)],
  ],
  room: ['type', Room],
  appended: ['type', Appended],
}
