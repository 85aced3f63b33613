/** The event throws a business error. */
import type { ThrowOf } from '../../../program.ts'
import type { Node } from '../../diagram.ts'
import { childOf, textOf, type ModdleElement } from '../../element.ts'
import { present } from '../kind.ts'

export const error = (node: Node, definition: ModdleElement): ThrowOf<'error'> => ({
  kind: 'error',
  code: present(textOf(childOf(definition, 'errorRef'), 'errorCode'), 'an error code', node),
})
