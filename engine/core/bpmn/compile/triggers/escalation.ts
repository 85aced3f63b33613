/** An escalation sets the event off. */
import type { TriggerOf } from '../../../program.ts'
import type { Node } from '../../diagram.ts'
import { childOf, propertiesOf, textOf, type ModdleElement } from '../../element.ts'

export function escalation(node: Node, definition: ModdleElement): TriggerOf<'escalation'> {
  const code = textOf(childOf(definition, 'escalationRef'), 'escalationCode')
  const codeVariable = propertiesOf(node.element).get('masar:escalationCodeVariable')
  return {
    kind: 'escalation',
    ...(code === undefined ? {} : { code }),
    ...(codeVariable === undefined ? {} : { codeVariable }),
  }
}
