/**
 * 13.4.4: "The Event-Based Gateway has pass-through semantics for a set of incoming branches. Exactly one of the outgoing
 * branches is activated afterwards, depending on which of Events of the Gateway configuration is first triggered."
 */
import type { NodeOf, Trigger } from '../../drawing/drawing.ts'
import type { Instance, Variables, Wait } from '../marking.ts'
import { outgoing } from '../sequence-flow.ts'
import { ended, type Play } from '../play.ts'
import { waitFor } from './trigger.ts'

export function eventBasedGateway(play: Play, gateway: Instance, node: NodeOf<'eventBased'>): void {
  const { inside } = gateway.parent ?? {}
  for (const { to } of outgoing(inside, node)) {
    const target = inside?.nodes.find(({ id }) => id === to)
    const trigger: Trigger | undefined =
      target?.kind === 'catch'
        ? target.trigger
        : target?.kind === 'task' && target.work.kind === 'receive'
          ? { ...target.work, kind: 'message' }
          : undefined
    if (target && trigger) waitFor(play, gateway, target, trigger)
  }
}

/** One of its events has occurred: the branch is taken and its event is over. */
export function occursBehind(play: Play, gateway: Instance, { node }: Wait, content: Variables): void {
  const { parent } = gateway
  const flow = parent?.inside?.flows.find(({ from, to }) => from === gateway.node?.id && to === node.id)
  if (!parent || !flow) throw new Error(`Expected a branch to ${node.id}`)
  play.complete(gateway)
  play.takes(parent, flow.id, [ended(gateway)])
  const token = parent.tokens.pop()
  play.complete(play.begin(node, parent, token ? [token.fact] : []), content)
}
