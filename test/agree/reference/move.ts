/**
 * The next move (13.1): a token reaches a node, a gateway that joins is activated, a scope without tokens completes.
 *
 * The standard leaves the order among moves open. The inclusive join looks at all tokens of its level (13.4.3), so it
 * comes after the others: while one of them can move, whether it will get there is not yet known. A signal
 * reaches those who wait for it when it is thrown (10.5.1), so before any token moves on.
 */
import type { Node } from '../drawing/drawing.ts'
import { complexMoves } from './element/complex-gateway.ts'
import { undone } from './element/compensation.ts'
import { isActivated as inclusiveIsActivated } from './element/inclusive-gateway.ts'
import { isActivated as parallelIsActivated } from './element/parallel-gateway.ts'
import { reach } from './element/signal.ts'
import { leaveCanceled } from './element/transaction.ts'
import { type Instance, live } from './marking.ts'
import type { Play } from './play.ts'
import { incoming, targetOf } from './sequence-flow.ts'

function over(play: Play, scope: Instance): void {
  if (scope.undoing) undone(play, scope, scope.undoing)
  else if (scope.canceled) leaveCanceled(play, scope)
  else play.complete(scope)
}

export function move(play: Play): boolean {
  const scopes = [...live(play.root)].filter((it) => it.inside !== undefined || it.undoing || it.canceled)
  return (
    reach(play) ||
    scopes.some((scope) => arrive(play, scope)) ||
    scopes.some((scope) => join(play, scope, parallelIn(scope))) ||
    scopes.some((scope) => lookAround(play, scope)) ||
    scopes.toReversed().some((scope) => isOver(scope) && (over(play, scope), true))
  )
}

/** Nodes that need only one token: "If there are multiple incoming Sequence Flows, all incoming tokens are passed one by one" (13.3.1, 13.4.2). */
function arrive(play: Play, scope: Instance): boolean {
  const token = scope.tokens.find(({ flow }) => !joins(scope, targetOf(scope, flow)))
  if (!token) return false
  scope.tokens.splice(scope.tokens.indexOf(token), 1)
  play.enter(targetOf(scope, token.flow), scope, [token.fact])
  return true
}

const joins = ({ inside }: Instance, node: Node): boolean =>
  node.kind === 'parallel' ||
  node.kind === 'inclusive' ||
  (node.kind === 'complex' && incoming(inside, node).length > 1)

const parallelIn = (scope: Instance): Node | undefined =>
  scope.inside?.nodes.find((node) => node.kind === 'parallel' && parallelIsActivated(node, scope))

/** Inclusive and complex gateways, in the order of the drawing. */
function lookAround(play: Play, scope: Instance): boolean {
  return (scope.inside?.nodes ?? []).some((node) => {
    if (node.kind === 'complex') return incoming(scope.inside, node).length > 1 && complexMoves(play, scope, node)
    return node.kind === 'inclusive' && inclusiveIsActivated(node, scope) && join(play, scope, node)
  })
}

/** A gateway consumes a token from each incoming flow that has one: all of them at a parallel gateway (13.4.1, 13.4.3). */
function join(play: Play, scope: Instance, gateway: Node | undefined): boolean {
  if (!gateway) return false
  const consumed = incoming(scope.inside, gateway).flatMap(({ id }) => {
    const token = scope.tokens.find(({ flow }) => flow === id)
    return token ? [token] : []
  })
  for (const token of consumed) scope.tokens.splice(scope.tokens.indexOf(token), 1)
  play.enter(
    gateway,
    scope,
    consumed.map(({ fact }) => fact),
  )
  return true
}

/** "A Sub-Process instance completes when there are no more tokens in the Sub-Process and none of its Activities is still active" (13.3.4). */
const isOver = (scope: Instance): boolean => scope.tokens.length === 0 && scope.children.length === 0 && !scope.incident
