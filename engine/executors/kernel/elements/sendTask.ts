/** A step that sends a message. */
import type { ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { send } from './send.ts'

export const sendTask: Behaviour<ElementOf<'sendTask'>> = {
  activate: (visit) => send(visit, visit.element.send),
}
