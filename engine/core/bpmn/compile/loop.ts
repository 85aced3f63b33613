/** A step done once per item of a list, as often as a number says, or as long as a condition holds. */
import type { Loop, LoopEvent, MultiInstance, StandardLoop } from '../../program.ts'
import { loopInputOf, loopOutputOf, variableOf } from '../data.ts'
import type { Node } from '../diagram.ts'
import { childOf, childrenOf, extensionOf, isSet, textOf, type ModdleElement } from '../element.ts'
import { compiled } from '../expression.ts'
import { present } from './kind.ts'
import { escalation } from './throws/escalation.ts'
import { signal } from './throws/signal.ts'

export function loopOf(node: Node): Loop | undefined {
  const drawn = childOf(node.element, 'loopCharacteristics')
  if (drawn === undefined) return undefined
  return drawn.$type === 'bpmn:StandardLoopCharacteristics' ? standardLoop(drawn) : multiInstance(node, drawn)
}

function standardLoop(drawn: ModdleElement): StandardLoop {
  const loopCondition = bodyOf(drawn, 'loopCondition')
  const loopMaximum = drawn.get('loopMaximum')
  return {
    kind: 'standardLoop',
    testBefore: isSet(drawn, 'testBefore'),
    ...(loopCondition === undefined ? {} : { loopCondition: compiled(loopCondition) }),
    ...(typeof loopMaximum === 'number' ? { loopMaximum } : {}),
  }
}

/** In the words of zeebe, or else in those of BPMN: data inputs and outputs. */
function multiInstance(node: Node, drawn: ModdleElement): MultiInstance {
  const loop = extensionOf(drawn, 'zeebe:LoopCharacteristics')
  const inputCollection = textOf(loop, 'inputCollection') ?? loopInputOf(node)
  const loopCardinality = bodyOf(drawn, 'loopCardinality')
  const inputElement = textOf(loop, 'inputElement') ?? itemOf(drawn, 'inputDataItem')
  const outputCollection = textOf(loop, 'outputCollection') ?? loopOutputOf(node)
  const outputItem = itemOf(drawn, 'outputDataItem')
  const outputElement = textOf(loop, 'outputElement') ?? (outputItem === undefined ? undefined : `=${outputItem}`)
  const completion = bodyOf(drawn, 'completionCondition')
  return {
    kind: 'multiInstance',
    sequential: isSet(drawn, 'isSequential'),
    ...(inputCollection === undefined ? {} : { inputCollection: compiled(inputCollection) }),
    ...(loopCardinality === undefined ? {} : { loopCardinality: compiled(loopCardinality) }),
    ...(inputElement === undefined ? {} : { inputElement }),
    ...(outputCollection === undefined ? {} : { outputCollection }),
    ...(outputElement === undefined ? {} : { outputElement: compiled(outputElement) }),
    ...(completion === undefined ? {} : { completionCondition: compiled(completion) }),
    ...eventsOf(node, drawn),
  }
}

/** Thrown by the instances as the behaviour says; All throws nothing. */
function eventsOf(node: Node, drawn: ModdleElement): Pick<MultiInstance, 'events'> {
  switch (textOf(drawn, 'behavior')) {
    case 'None':
      return { events: [{ when: 'each', thrown: thrownBy(node, childOf(drawn, 'noneBehaviorEventRef')) }] }
    case 'One':
      return { events: [{ when: 'first', thrown: thrownBy(node, childOf(drawn, 'oneBehaviorEventRef')) }] }
    case 'Complex':
      return { events: childrenOf(drawn, 'complexBehaviorDefinition').map((it) => complexEvent(node, it)) }
    default:
      return {}
  }
}

function complexEvent(node: Node, definition: ModdleElement): LoopEvent {
  const condition = present(bodyOf(definition, 'condition'), 'a condition', node)
  const [thrown] = childrenOf(childOf(definition, 'event'), 'eventDefinitions')
  return { when: compiled(condition), thrown: thrownBy(node, thrown) }
}

function thrownBy(node: Node, definition: ModdleElement | undefined): LoopEvent['thrown'] {
  const known = present(definition, 'an event to throw', node)
  return known.$type === 'bpmn:SignalEventDefinition' ? signal(node, known) : escalation(node, known)
}

const itemOf = (drawn: ModdleElement, name: string): string | undefined => variableOf(childOf(drawn, name)) || undefined

const bodyOf = (drawn: ModdleElement, name: string): string | undefined => textOf(childOf(drawn, name), 'body')
