/**
 * Tasks, 13.3.3: a user task waits for its performer, a service or send task for the work outside, a receive task for its
 * message; a script runs; a manual or abstract task is beyond the engine's view and completes at once.
 */
import type { NodeOf } from '../../drawing/drawing.ts'
import { evaluate } from '../data.ts'
import type { Instance } from '../marking.ts'
import type { Play } from '../play.ts'
import { waitFor } from './trigger.ts'

export function task(play: Play, instance: Instance, node: NodeOf<'task'>): void {
  const { work } = node
  switch (work.kind) {
    case 'user':
      instance.waits.push({ kind: 'task', owner: instance, node })
      return
    case 'service':
    case 'send':
      instance.waits.push({ kind: 'job', owner: instance, node })
      return
    case 'receive':
      waitFor(play, instance, node, { ...work, kind: 'message' })
      return
    case 'script':
      play.complete(instance, { [work.result]: evaluate(play, instance, work.expression) })
      return
    case 'manual':
    case 'abstract':
      play.complete(instance)
  }
}
