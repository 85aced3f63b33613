/** The event sends a message. */
import type { ThrowOf } from '../../../program.ts'
import type { Node } from '../../diagram.ts'
import type { ModdleElement } from '../../element.ts'
import { sendOf } from '../send.ts'

export const message = (node: Node, definition: ModdleElement): ThrowOf<'message'> => ({
  kind: 'message',
  send: sendOf(node, definition),
})
