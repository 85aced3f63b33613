/**
 * 13.5.4: an event subprocess waits while its parent is active. Not interrupting, it "runs concurrently", any number of
 * times. Interrupting, "the parent Activity is interrupted and no new Event Handlers can be initiated or started"; when
 * it completes without throwing again, the parent has completed (10.5.6). "If the parent Activity enters the state
 * Completing, it remains in that state until all contained active Event Sub-Processes have completed. While the parent
 * Activity is in the Completing state, no new Event Sub-Processes can be initiated."
 */
import type { NodeOf } from '../../drawing/drawing.ts'
import type { Instance, Variables } from '../marking.ts'
import type { Play } from '../play.ts'
import { emptied } from './interruption.ts'
import { waitFor } from './trigger.ts'

export const handlersOf = (scope: Instance): readonly NodeOf<'eventSubProcess'>[] =>
  (scope.inside?.nodes ?? []).filter((it) => it.kind === 'eventSubProcess')

export function startOf({ inside, id }: NodeOf<'eventSubProcess'>): NodeOf<'eventStart'> {
  const start = inside.nodes.find((it) => it.kind === 'eventStart')
  if (!start) throw new Error(`Expected a start event in ${id}`)
  return start
}

export function openEventSubProcesses(play: Play, scope: Instance): void {
  for (const handler of handlersOf(scope)) waitFor(play, scope, handler, startOf(handler).trigger)
}

export function occursInside(
  play: Play,
  scope: Instance,
  handler: NodeOf<'eventSubProcess'>,
  content: Variables,
): void {
  const start = startOf(handler)
  if (start.interrupting) {
    emptied(play, scope)
    scope.incident = false
    close(scope)
  }
  const instance = play.begin(handler, scope, [])
  const event = play.begin(start, instance, [])
  play.complete(event, content)
}

/** Nothing new starts in this scope. */
function close(scope: Instance): void {
  scope.closed = true
  scope.waits = scope.waits.filter(({ node }) => node.kind !== 'eventSubProcess')
}

export function closeWhenOnlyHandlersAreLeft(scope: Instance): void {
  const { tokens, children, closed } = scope
  if (
    !closed &&
    tokens.length === 0 &&
    children.length > 0 &&
    children.every(({ node }) => node?.kind === 'eventSubProcess')
  )
    close(scope)
}
