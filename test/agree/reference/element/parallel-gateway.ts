/**
 * 13.4.1: "The Parallel Gateway is activated if there is at least one token on each incoming Sequence Flow. [It] consumes
 * exactly one token from each incoming Sequence Flow and produces exactly one token at each outgoing Sequence Flow."
 */
import type { Node } from '../../drawing/drawing.ts'
import type { Instance } from '../marking.ts'
import { incoming } from '../sequence-flow.ts'

export const isActivated = (gateway: Node, scope: Instance): boolean =>
  incoming(scope.inside, gateway).every(({ id }) => scope.tokens.some(({ flow }) => flow === id))
