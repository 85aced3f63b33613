/**
 * 13.5.3: "handling first consists of consuming the Event occurrence. If the cancelActivity attribute is set, the Activity
 * the Event is attached to is then cancelled (in case of a multi-instance, all its instances are cancelled); if the
 * attribute is not set, the Activity continues execution ... Execution then follows the Sequence Flow connected to the
 * boundary Event."
 */
import type { NodeOf } from '../../drawing/drawing.ts'
import type { Instance, Variables } from '../marking.ts'
import { began, broken, type Play } from '../play.ts'
import { terminate } from './interruption.ts'
import { waitFor } from './trigger.ts'

export function boundariesOf(host: Instance): readonly NodeOf<'boundary'>[] {
  const { node, parent, counter } = host
  if (!node || !parent?.inside || counter !== undefined) return []
  return parent.inside.nodes.filter((it) => it.kind === 'boundary').filter(({ on }) => on === node.id)
}

export function openBoundaries(play: Play, host: Instance): void {
  for (const boundary of boundariesOf(host)) waitFor(play, host, boundary, boundary.trigger)
}

export function occursAt(play: Play, host: Instance, boundary: NodeOf<'boundary'>, content: Variables): void {
  const { parent } = host
  if (!parent) throw new Error('Expected the host of a boundary event within a scope')
  if (boundary.interrupting) terminate(play, host)
  const event = play.begin(boundary, parent, [began(host)])
  if (boundary.interrupting) event.because.push(broken(host))
  play.complete(event, content)
}
