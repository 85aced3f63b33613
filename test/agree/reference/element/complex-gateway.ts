/**
 * 13.4.5. Waiting for start: "the activationCondition is evaluated whenever a token arrives ... If it is true, [the gateway]
 * consumes a token from each incoming Sequence Flow that has a token", and flows whose condition is true get a token, the
 * default "if no condition evaluates to true". Waiting for reset: it "waits for a token on each of those incoming Sequence
 * Flows from which it has not yet received a token in the first phase unless such a token is not expected according to the
 * merge behavior of an Inclusive Gateway"; it consumes those, evaluates all conditions again, and "might not produce any
 * tokens in this phase". Conditions see waitingForStart and the number of tokens that have come.
 *
 * A way without a condition is meant for the start: nothing "evaluates to true" on it. A gateway with one way in has
 * nothing to reset.
 */
import type { Flow, Node, NodeOf } from '../../drawing/drawing.ts'
import { evaluate } from '../data.ts'
import type { Instance, Token, Variables } from '../marking.ts'
import type { Play } from '../play.ts'
import { incoming } from '../sequence-flow.ts'
import { noMoreCanCome } from './inclusive-gateway.ts'

/** Starts or resets the gateway, where it can. */
export function complexMoves(play: Play, scope: Instance, gateway: NodeOf<'complex'>): boolean {
  const into = incoming(scope.inside, gateway)
  const tokens = into.flatMap(({ id }) => scope.tokens.find(({ flow }) => flow === id) ?? [])
  const had = scope.resets.get(gateway.id)
  return had ? reset(play, scope, gateway, tokens, had) : begin(play, scope, gateway, tokens)
}

function begin(play: Play, scope: Instance, gateway: NodeOf<'complex'>, tokens: readonly Token[]): boolean {
  const counts = counted(scope, gateway, true)
  if (tokens.length === 0) return false
  if (gateway.activation !== undefined && evaluate(play, scope, gateway.activation, counts) !== true) return false
  scope.resets.set(
    gateway.id,
    tokens.map(({ flow }) => flow),
  )
  return consume(play, scope, gateway, tokens, counts)
}

function reset(play: Play, scope: Instance, gateway: Node, tokens: readonly Token[], had: readonly string[]): boolean {
  const has = (flow: string): boolean => had.includes(flow) || tokens.some((token) => token.flow === flow)
  if (!noMoreCanCome(gateway, scope, has)) return false
  scope.resets.delete(gateway.id)
  const late = tokens.filter(({ flow }) => !had.includes(flow))
  return consume(play, scope, gateway, late, counted(scope, gateway, false))
}

function consume(play: Play, scope: Instance, gateway: Node, tokens: readonly Token[], counts: Variables): true {
  for (const token of tokens) scope.tokens.splice(scope.tokens.indexOf(token), 1)
  play.enter(
    gateway,
    scope,
    tokens.map(({ fact }) => fact),
    counts,
  )
  return true
}

function counted(scope: Instance, gateway: Node, waitingForStart: boolean): Variables {
  const counts = incoming(scope.inside, gateway).map(
    ({ id }) => [id, scope.tokens.filter(({ flow }) => flow === id).length] as const,
  )
  return {
    waitingForStart,
    activationCount: counts.reduce((sum, [, count]) => sum + count, 0),
    activationCounts: Object.fromEntries(counts),
  }
}

export function complexWays(
  { id, otherwise }: Node,
  flows: readonly Flow[],
  { variables }: Instance,
  isTrue: (condition: string, first: Variables) => boolean,
): readonly string[] {
  const seen = 'waitingForStart' in variables ? variables : { waitingForStart: true, activationCount: 1 }
  const taken = flows.filter(
    (flow) =>
      flow.id !== otherwise &&
      (flow.condition === undefined ? seen['waitingForStart'] === true : isTrue(flow.condition, seen)),
  )
  if (taken.length > 0) return taken.map((flow) => flow.id)
  if (otherwise !== undefined) return [otherwise]
  if (seen['waitingForStart'] === true && flows.length > 0) throw new Error(`Expected a way out of ${id}`)
  return []
}
