/** Which element of a decision file a thing is. */
import type { Decision, DecisionTable, InputData, LiteralExpression, Node } from '../../engine/core/dmn/rewrite.ts'

const isOf = (node: unknown, type: string): boolean =>
  typeof node === 'object' && node !== null && (node as Partial<Node>).$type === type

export const isDecisionNode = (node: unknown): node is Decision => isOf(node, 'dmn:Decision')
export const isInputNode = (node: unknown): node is InputData => isOf(node, 'dmn:InputData')
export const isTable = (node: unknown): node is DecisionTable => isOf(node, 'dmn:DecisionTable')
export const isLiteral = (node: unknown): node is LiteralExpression => isOf(node, 'dmn:LiteralExpression')
