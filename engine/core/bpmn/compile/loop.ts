/** A step done once per item of a list, as often as a number says, or as long as a condition holds. */
import type { Loop, MultiInstance, StandardLoop } from '../../program.ts'
import type { Node } from '../diagram.ts'
import { childOf, extensionOf, isSet, textOf, type ModdleElement } from '../element.ts'
import { compiled } from '../expression.ts'

export function loopOf(node: Node): Loop | undefined {
  const drawn = childOf(node.element, 'loopCharacteristics')
  if (drawn === undefined) return undefined
  return drawn.$type === 'bpmn:StandardLoopCharacteristics' ? standardLoop(drawn) : multiInstance(drawn)
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

function multiInstance(drawn: ModdleElement): MultiInstance {
  const loop = extensionOf(drawn, 'zeebe:LoopCharacteristics')
  const inputCollection = textOf(loop, 'inputCollection')
  const loopCardinality = bodyOf(drawn, 'loopCardinality')
  const inputElement = textOf(loop, 'inputElement')
  const outputCollection = textOf(loop, 'outputCollection')
  const outputElement = textOf(loop, 'outputElement')
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
  }
}

const bodyOf = (drawn: ModdleElement, name: string): string | undefined => textOf(childOf(drawn, name), 'body')
