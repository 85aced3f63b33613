/** A step done once per item of a list. */
import type { MultiInstance } from '../../program.ts'
import type { Node } from '../diagram.ts'
import { childOf, extensionOf, isSet, textOf } from '../element.ts'
import { compiled } from '../expression.ts'
import { present } from './kind.ts'

export function loopOf(node: Node): MultiInstance | undefined {
  const drawn = childOf(node.element, 'loopCharacteristics')
  if (drawn === undefined) return undefined
  const loop = extensionOf(drawn, 'zeebe:LoopCharacteristics')
  const inputElement = textOf(loop, 'inputElement')
  const outputCollection = textOf(loop, 'outputCollection')
  const outputElement = textOf(loop, 'outputElement')
  const completion = textOf(childOf(drawn, 'completionCondition'), 'body')
  return {
    sequential: isSet(drawn, 'isSequential'),
    inputCollection: compiled(present(textOf(loop, 'inputCollection'), 'an input collection', node)),
    ...(inputElement === undefined ? {} : { inputElement }),
    ...(outputCollection === undefined ? {} : { outputCollection }),
    ...(outputElement === undefined ? {} : { outputElement: compiled(outputElement) }),
    ...(completion === undefined ? {} : { completionCondition: compiled(completion) }),
  }
}
