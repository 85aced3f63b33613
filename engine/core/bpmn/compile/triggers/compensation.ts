/** The event is set off when what it hangs on, or the subprocess around it, is to be undone. */
import type { TriggerOf } from '../../../program.ts'
import type { Node } from '../../diagram.ts'
import type { ModdleElement } from '../../element.ts'
import type { Compiling } from '../kind.ts'

export function compensation(node: Node, _: ModdleElement, compiling: Compiling): TriggerOf<'compensation'> {
  const [handler] = compiling.undoing.handlersOf(node)
  return handler ? { kind: 'compensation', handler: compiling.indexOf(handler.element) } : { kind: 'compensation' }
}
