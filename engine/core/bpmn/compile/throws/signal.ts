/** The event throws a signal. */
import type { ThrowOf } from '../../../program.ts'
import type { Node } from '../../diagram.ts'
import type { ModdleElement } from '../../element.ts'
import { signalOf } from '../triggers/signal.ts'

export const signal = (node: Node, definition: ModdleElement): ThrowOf<'signal'> => ({
  kind: 'signal',
  signal: signalOf(node, definition),
})
