/**
 * 13.4.3: "The Inclusive Gateway is activated if at least one incoming Sequence Flow has at least one token and, for every
 * directed path formed by Sequence Flow that (i) starts with a Sequence Flow f of the diagram that has a token, (ii) ends
 * with an incoming Sequence Flow of the Inclusive Gateway that has no token, and (iii) does not visit the Inclusive
 * Gateway, there is also a directed path formed by Sequence Flow that (iv) starts with f, (v) ends with an incoming
 * Sequence Flow of the Inclusive Gateway that has a token, and (vi) does not visit the Inclusive Gateway. If the Inclusive
 * Gateway is contained in a Sub-Process, then no paths are considered that cross the boundary of that Sub-Process."
 *
 * A token that has entered a node and not left it is at that node: its paths start with the node's outgoing flows, and
 * with those of its boundary events, by which it may leave as well.
 */
import type { Flow, Node } from '../../drawing/drawing.ts'
import type { Instance } from '../marking.ts'
import { incoming } from '../sequence-flow.ts'

export function isActivated(gateway: Node, scope: Instance): boolean {
  const has = (flow: string): boolean => scope.tokens.some((token) => token.flow === flow)
  const into = incoming(scope.inside, gateway)
  if (!into.some(({ id }) => has(id))) return false
  return noMoreCanCome(gateway, scope, has)
}

/** @param has whether an incoming flow of the gateway has its token */
export function noMoreCanCome(gateway: Node, scope: Instance, has: (flow: string) => boolean): boolean {
  return starts(scope).every((flows) => {
    const reached = reachable(scope, flows, gateway)
    return reached.every(has) || reached.some(has)
  })
}

/** Where each token stands: on its flow, or before the ways out of the node it is in. */
function starts(scope: Instance): readonly (readonly Flow[])[] {
  const onFlows = scope.tokens.map(({ flow }) => scope.inside?.flows.filter(({ id }) => id === flow) ?? [])
  return [
    ...onFlows,
    ...scope.children.flatMap(({ node, undoing }) => (node && !undoing ? [waysOut(scope, node.id)] : [])),
  ]
}

function waysOut({ inside }: Instance, id: string): readonly Flow[] {
  const events = inside?.nodes.filter((node) => node.kind === 'boundary' && node.on === id) ?? []
  const from = new Set([id, ...events.map((event) => event.id), ...linked(inside?.nodes ?? [], id)])
  return inside?.flows.filter((flow) => from.has(flow.from)) ?? []
}

/** A link is a way like a flow (10.5.5). */
function linked(nodes: readonly Node[], id: string): readonly string[] {
  const event = nodes.find((it) => it.id === id)
  if (event?.kind !== 'throw' || event.result.kind !== 'link') return []
  const { name } = event.result
  return nodes
    .filter((it) => it.kind === 'catch' && it.trigger.kind === 'link' && it.trigger.name === name)
    .map((it) => it.id)
}

/** Incoming flows of the gateway at the end of paths that begin with these flows and do not visit it. */
function reachable(scope: Instance, from: readonly Flow[], gateway: Node): readonly string[] {
  const walked = new Set(from)
  for (const flow of walked) if (flow.to !== gateway.id) for (const next of waysOut(scope, flow.to)) walked.add(next)
  return [...walked].filter(({ to }) => to === gateway.id).map(({ id }) => id)
}

/** "all Sequence Flows whose condition evaluates to true receive a token; if none, and only then, the default". */
export function inclusiveWays(
  { id, otherwise }: Node,
  flows: readonly Flow[],
  isTrue: (condition: string) => boolean,
): readonly string[] {
  const taken = flows.filter(
    (flow) => flow.id !== otherwise && (flow.condition === undefined || isTrue(flow.condition)),
  )
  if (taken.length > 0) return taken.map((flow) => flow.id)
  if (flows.length === 0) return []
  if (otherwise === undefined) throw new Error(`Expected a way out of ${id}`)
  return [otherwise]
}
