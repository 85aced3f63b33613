/** A signal sets the event off. */
import type { SignalDefinition, TriggerOf } from '../../../program.ts'
import type { Node } from '../../diagram.ts'
import { childOf, textOf, type ModdleElement } from '../../element.ts'
import { compiled } from '../../expression.ts'
import { present } from '../kind.ts'

/** @param definition the event definition that refers to the signal */
export const signalOf = (node: Node, definition: ModdleElement): SignalDefinition => ({
  name: compiled(present(textOf(childOf(definition, 'signalRef'), 'name'), 'a signal name', node)),
})

export const signal = (node: Node, definition: ModdleElement): TriggerOf<'signal'> => ({
  kind: 'signal',
  signal: signalOf(node, definition),
})
