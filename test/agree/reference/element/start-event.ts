/**
 * A process or subprocess begins: 13.3.4 "A Sub-Process is instantiated when it is reached by a Sequence Flow token ...
 * its (empty) Start Event ... a token is produced", 13.5.1 for the start event itself.
 */
import type { Instance } from '../marking.ts'
import type { Play } from '../play.ts'
import { openEventSubProcesses } from './event-sub-process.ts'

export function start(play: Play, scope: Instance): void {
  openEventSubProcesses(play, scope)
  for (const node of scope.inside?.nodes ?? [])
    if (node.kind === 'start' || node.kind === 'eventStart') play.enter(node, scope, [])
}
