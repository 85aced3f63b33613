/**
 * The next move (13.1): a token reaches a node, a gateway that joins is activated, a scope without tokens completes.
 *
 * The standard leaves the order among moves open; here the youngest token moves first, so that what an event sets off is
 * done before what waits beside it. The inclusive join looks at all tokens of its level (13.4.3), so it comes after the
 * others: while one of them can move, whether it will get there is not yet known. A signal reaches those who wait for it
 * when it is thrown, and a condition is met when it becomes true (10.5.1, 10.5.5), so before any token moves on.
 */
import type { Node } from '../drawing/drawing.ts'
import { goesOn } from './element/ad-hoc.ts'
import { complexMoves } from './element/complex-gateway.ts'
import { undone } from './element/compensation.ts'
import { isActivated as inclusiveIsActivated } from './element/inclusive-gateway.ts'
import { isActivated as parallelIsActivated } from './element/parallel-gateway.ts'
import { lookAtConditions } from './element/condition.ts'
import { reach } from './element/occurrence.ts'
import { leaveCanceled } from './element/transaction.ts'
import { type Instance, live, type Token } from './marking.ts'
import type { Beginning, Play } from './play.ts'
import { incoming, targetOf } from './sequence-flow.ts'

/** @returns whether something follows; an ad-hoc subprocess may wait for somebody to choose */
function over(play: Play, scope: Instance): boolean {
  if (scope.adHoc && !scope.canceled) return goesOn(play, scope)
  if (scope.undoing) undone(play, scope, scope.undoing)
  else if (scope.canceled) leaveCanceled(play, scope)
  else play.complete(scope)
  return true
}

export function move(play: Play): boolean {
  const scopes = [...live(play.root)].filter((it) => it.inside !== undefined || it.undoing || it.canceled)
  lookAtConditions(play)
  return (
    youngest(play, scopes) ||
    scopes.some((scope) => lookAround(play, scope)) ||
    scopes.toReversed().some((scope) => isOver(scope) && over(play, scope))
  )
}

interface Moving {
  readonly born: number
  readonly move: () => void
}

function youngest(play: Play, scopes: readonly Instance[]): boolean {
  const moving: Moving[] = [
    ...scopes.flatMap((scope) => [...arriving(play, scope), ...joining(play, scope)]),
    ...play.later.map((it) => ({ born: it.born, move: () => begin(play, it) })),
    ...play.reached.map((it) => ({ born: it.born, move: () => reach(play, it) })),
  ]
  const first = moving.reduce<Moving | undefined>((best, it) => (best && best.born >= it.born ? best : it), undefined)
  first?.move()
  return first !== undefined
}

function begin(play: Play, beginning: Beginning): void {
  play.later.splice(play.later.indexOf(beginning), 1)
  if ([...live(play.root)].includes(beginning.inside)) beginning.begin()
}

/** To nodes that need only one token: "If there are multiple incoming Sequence Flows, all incoming tokens are passed one by one" (13.3.1, 13.4.2). */
const arriving = (play: Play, scope: Instance): readonly Moving[] =>
  scope.tokens
    .filter(({ flow }) => !joins(scope, targetOf(scope, flow)))
    .map((token) => ({ born: token.born, move: () => arrive(play, scope, token) }))

function arrive(play: Play, scope: Instance, token: Token): void {
  scope.tokens.splice(scope.tokens.indexOf(token), 1)
  play.enter(targetOf(scope, token.flow), scope, [token.fact])
}

/** At an inclusive gateway with one way in there is none without a token: it waits for nothing (13.4.3). */
const joins = ({ inside }: Instance, node: Node): boolean =>
  node.kind === 'parallel' ||
  ((node.kind === 'inclusive' || node.kind === 'complex') && incoming(inside, node).length > 1)

/** Parallel gateways with a token on every way in, as young as the last of these. */
function joining(play: Play, scope: Instance): readonly Moving[] {
  const gateways = scope.inside?.nodes.filter((it) => it.kind === 'parallel' && parallelIsActivated(it, scope)) ?? []
  return gateways.map((gateway) => ({
    born: Math.max(...tokensBefore(scope, gateway).map(({ born }) => born)),
    move: () => join(play, scope, gateway),
  }))
}

/** Inclusive and complex gateways, in the order of the drawing. */
function lookAround(play: Play, scope: Instance): boolean {
  return (scope.inside?.nodes ?? []).some((node) => {
    if (!joins(scope, node)) return false
    if (node.kind === 'complex') return complexMoves(play, scope, node)
    if (node.kind !== 'inclusive' || !inclusiveIsActivated(node, scope)) return false
    join(play, scope, node)
    return true
  })
}

/** A gateway consumes a token from each incoming flow that has one: all of them at a parallel gateway (13.4.1, 13.4.3). */
function join(play: Play, scope: Instance, gateway: Node): void {
  const consumed = tokensBefore(scope, gateway)
  for (const token of consumed) scope.tokens.splice(scope.tokens.indexOf(token), 1)
  play.enter(
    gateway,
    scope,
    consumed.map(({ fact }) => fact),
  )
}

const tokensBefore = (scope: Instance, gateway: Node): readonly Token[] =>
  incoming(scope.inside, gateway).flatMap(({ id }) => scope.tokens.find(({ flow }) => flow === id) ?? [])

/** "A Sub-Process instance completes when there are no more tokens in the Sub-Process and none of its Activities is still active" (13.3.4). */
const isOver = (scope: Instance): boolean => scope.tokens.length === 0 && scope.children.length === 0 && !scope.incident
