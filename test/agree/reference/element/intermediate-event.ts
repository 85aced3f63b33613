/** 13.5.2: "For Intermediate Events, the handling consists of waiting for the Event to occur ... Sequence Flows leaving the Event are followed as usual." */
import type { NodeOf } from '../../drawing/drawing.ts'
import type { Instance } from '../marking.ts'
import type { Play } from '../play.ts'
import { waitFor } from './trigger.ts'

export function catchEvent(play: Play, instance: Instance, node: NodeOf<'catch'>): void {
  if (node.trigger.kind === 'link') return play.complete(instance)
  waitFor(play, instance, node, node.trigger)
}
