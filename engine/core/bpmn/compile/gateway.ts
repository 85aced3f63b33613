/** Gateways: where the way splits and comes together. */
import { defaultFlowOf, type Node } from '../diagram.ts'
import { childOf, textOf } from '../element.ts'
import { compiled } from '../expression.ts'
import type { Compiling, Kind } from './kind.ts'

const withDefault = (node: Node, compiling: Compiling): { readonly defaultFlow?: number } => {
  const flow = defaultFlowOf(node)
  return flow === undefined ? {} : { defaultFlow: compiling.flowIndexOf(flow) }
}

export const exclusiveGateway = (node: Node, compiling: Compiling): Kind => ({
  kind: 'exclusiveGateway',
  ...withDefault(node, compiling),
})

export const inclusiveGateway = (node: Node, compiling: Compiling): Kind => ({
  kind: 'inclusiveGateway',
  ...withDefault(node, compiling),
})

export function complexGateway(node: Node, compiling: Compiling): Kind {
  const condition = textOf(childOf(node.element, 'activationCondition'), 'body')
  return {
    kind: 'complexGateway',
    ...(condition === undefined ? {} : { activationCondition: compiled(condition) }),
    ...withDefault(node, compiling),
  }
}

export const parallelGateway = (): Kind => ({ kind: 'parallelGateway' })

export const eventBasedGateway = (): Kind => ({ kind: 'eventBasedGateway' })
