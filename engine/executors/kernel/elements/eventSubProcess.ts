/**
 * What is done when something happens while the scope around it runs: begins with its event, which has happened. Where
 * its input mapping fails, what came with the event is kept as its variables, for its start event to find there.
 */
import type { ElementOf } from '../../../core/program.ts'
import type { Behaviour } from '../behaviour.ts'
import { elementAt } from '../run.ts'

export const eventSubProcess: Behaviour<ElementOf<'eventSubProcess'>> = {
  isScope: true,
  activate: ({ id, program, element, payload = {} }) => ({
    kind: 'enter',
    moves: [{ kind: 'enter', program, element: elementAt(program, element.start), scope: id, payload }],
  }),
}
