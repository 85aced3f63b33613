/** The event throws an escalation. */
import type { ThrowOf } from '../../../program.ts'
import type { Node } from '../../diagram.ts'
import { childOf, textOf, type ModdleElement } from '../../element.ts'
import { present } from '../kind.ts'

export const escalation = (node: Node, definition: ModdleElement): ThrowOf<'escalation'> => ({
  kind: 'escalation',
  code: present(textOf(childOf(definition, 'escalationRef'), 'escalationCode'), 'an escalation code', node),
})
