/** A business error sets the event off. */
import type { TriggerOf } from '../../../program.ts'
import type { Node } from '../../diagram.ts'
import { childOf, propertiesOf, textOf, type ModdleElement } from '../../element.ts'

export function error(node: Node, definition: ModdleElement): TriggerOf<'error'> {
  const code = textOf(childOf(definition, 'errorRef'), 'errorCode')
  const codeVariable = propertiesOf(node.element).get('masar:errorCodeVariable')
  const messageVariable = propertiesOf(node.element).get('masar:errorMessageVariable')
  return {
    kind: 'error',
    ...(code === undefined ? {} : { code }),
    ...(codeVariable === undefined ? {} : { codeVariable }),
    ...(messageVariable === undefined ? {} : { messageVariable }),
  }
}
