/** Gateways: where the way splits and comes together. */
import type { Node } from '../diagram.ts'
import { childOf, textOf } from '../element.ts'
import { compiled } from '../expression.ts'
import { isInstantiating } from '../starts.ts'
import type { Kind } from './kind.ts'

export const exclusiveGateway = (): Kind => ({ kind: 'exclusiveGateway' })

export const inclusiveGateway = (): Kind => ({ kind: 'inclusiveGateway' })

export function complexGateway(node: Node): Kind {
  const condition = textOf(childOf(node.element, 'activationCondition'), 'body')
  return {
    kind: 'complexGateway',
    ...(condition === undefined ? {} : { activationCondition: compiled(condition) }),
  }
}

export const parallelGateway = (): Kind => ({ kind: 'parallelGateway' })

export function eventBasedGateway(node: Node): Kind {
  if (!isInstantiating(node)) return { kind: 'eventBasedGateway' }
  const all = textOf(node.element, 'eventGatewayType') === 'Parallel'
  return { kind: 'eventBasedGateway', instantiate: all ? 'parallel' : 'exclusive' }
}
