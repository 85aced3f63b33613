/** Draws in the direction the analyst chose: what is appended goes to that side, and a drawing can be turned round whole. */
import { newShapePosition } from '../canvas/libraries.ts'
import type {
  Canvas,
  CommandStack,
  Element,
  EventBus,
  Meaning,
  Modeling,
  Moddle,
  Point,
  Registry,
} from '../canvas/model.ts'
import {
  chosenFlow,
  drawnFlow,
  FLOW_PROPERTY,
  flowOf,
  flowProperty,
  listOf,
  processesOf,
  propertiesOf,
  type Flow,
} from './direction.ts'
import { Mirror } from './mirror.ts'
import { mirrored } from './looking-glass.ts'

interface Placed {
  readonly source: Element
  readonly shape: Element
}

/** Pixels between the lines of the grid. */
const GRID = 10

/** What is drawn at the top, whichever sub-process is open. */
const topOf = (canvas: Canvas): Element | undefined => canvas.getRootElements().find((it) => processesOf(it).length > 0)

export class FlowDirection {
  static readonly $inject = ['eventBus', 'elementRegistry', 'canvas', 'commandStack', 'modeling', 'moddle']
  readonly #registry: Registry
  readonly #canvas: Canvas
  readonly #commands: CommandStack

  constructor(
    bus: EventBus,
    registry: Registry,
    canvas: Canvas,
    commands: CommandStack,
    modeling: Modeling,
    moddle: Moddle,
  ) {
    this.#registry = registry
    this.#canvas = canvas
    this.#commands = commands
    commands.registerHandler('masar.mirror', Mirror)
    commands.registerHandler('masar.flow', flowHandler(modeling, moddle, commands))
    // Before the library snaps to its grid, which knows one direction.
    bus.on<Placed>('autoPlace', 3000, ({ source, shape }): Point | undefined => {
      if (this.current() === 'ltr') return undefined
      const position = newShapePosition(mirrored(source), shape, registry)
      return position && { x: Math.round(-position.x / GRID) * GRID, y: position.y }
    })
  }

  current(): Flow {
    const root = topOf(this.#canvas)
    return root === undefined ? 'ltr' : flowOf(root, this.#registry)
  }

  /** One step: the choice is kept in the drawing, and what runs the other way is turned round. */
  choose(flow: Flow): void {
    const root = topOf(this.#canvas)
    if (root === undefined || chosenFlow(root) === flow) return
    const hasFlows = this.#registry.filter(({ type }) => type === 'bpmn:SequenceFlow').length > 0
    const turn = hasFlows && drawnFlow(this.#registry.getAll()) !== flow
    this.#commands.execute('masar.flow', { root, flow, turn, elements: this.#registry.getAll() })
  }
}

interface Choice {
  readonly root: Element
  readonly flow: Flow
  readonly turn: boolean
  readonly elements: readonly Element[]
}

function flowHandler(modeling: Modeling, moddle: Moddle, commands: CommandStack) {
  return class {
    preExecute({ root, flow, turn, elements }: Choice): void {
      for (const process of processesOf(root)) setFlow(root, process, flow)
      if (turn) commands.execute('masar.mirror', { elements })
    }
  }
  function setFlow(root: Element, process: Meaning, flow: Flow): void {
    const known = flowProperty(process)
    if (known) return modeling.updateModdleProperties(root, known, { value: flow })
    const property = moddle.create('zeebe:Property', { name: FLOW_PROPERTY, value: flow })
    const properties = propertiesOf(process)
    if (properties) {
      property.$parent = properties
      return modeling.updateModdleProperties(root, properties, {
        properties: [...listOf(properties.get('properties')), property],
      })
    }
    const made = moddle.create('zeebe:Properties', { properties: [property] })
    property.$parent = made
    addExtension(root, process, made)
  }
  function addExtension(root: Element, process: Meaning, made: Meaning): void {
    const extensions = process.get('extensionElements')
    if (typeof extensions === 'object' && extensions !== null) {
      const container = extensions as Meaning
      made.$parent = container
      return modeling.updateModdleProperties(root, container, { values: [...listOf(container.get('values')), made] })
    }
    const container = moddle.create('bpmn:ExtensionElements', { values: [made] })
    made.$parent = container
    container.$parent = process
    modeling.updateModdleProperties(root, process, { extensionElements: container })
  }
}

export const flowModule = { __init__: ['flowDirection'], flowDirection: ['type', FlowDirection] }
