/** The event has something undone that was completed before. */
import type { ThrowOf } from '../../../program.ts'
import type { Node } from '../../diagram.ts'
import { childOf, isSet, type ModdleElement } from '../../element.ts'
import type { Compiling } from '../kind.ts'

export function compensation(_: Node, definition: ModdleElement, compiling: Compiling): ThrowOf<'compensation'> {
  const activity = childOf(definition, 'activityRef')
  const waits = isSet(definition, 'waitForCompletion')
  return activity
    ? { kind: 'compensation', activity: compiling.indexOf(activity), waits }
    : { kind: 'compensation', waits }
}
