/** A message sets the event off. */
import type { MessageDefinition, TriggerOf } from '../../../program.ts'
import type { Node } from '../../diagram.ts'
import { childOf, extensionOf, textOf, type ModdleElement } from '../../element.ts'
import { compiled } from '../../expression.ts'
import { present } from '../kind.ts'

/** @param holder the event definition or receive task that refers to the message */
export function messageOf(node: Node, holder: ModdleElement | undefined): MessageDefinition {
  const message = childOf(holder, 'messageRef')
  const name = compiled(present(textOf(message, 'name'), 'a message name', node))
  const key = textOf(extensionOf(message, 'zeebe:Subscription'), 'correlationKey')
  return key === undefined ? { name } : { name, correlationKey: compiled(key) }
}

export const message = (node: Node, definition: ModdleElement): TriggerOf<'message'> => ({
  kind: 'message',
  message: messageOf(node, definition),
})
