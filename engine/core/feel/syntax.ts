/**
 * The shape of a FEEL expression once read: one variant per construct.
 */
import type { FeelKind, FeelValue } from './value.ts'

interface Spot {
  /** Offsets in the source. */
  readonly start: number
  readonly end: number
  /** Levels of constructs from here to the deepest leaf. */
  readonly height: number
}

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**'
export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>='

export interface Operation<Operator> {
  readonly operator: Operator
  readonly operand: FeelNode
}

export interface Iterator {
  readonly name: string
  readonly domain: FeelNode
  /** The end of `1..5`, or null when `domain` is a list or a range. */
  readonly until: FeelNode | null
}

export interface Parameter {
  readonly name: string
  readonly type: FeelType
}

export type FeelType =
  | { readonly kind: 'any' }
  | { readonly kind: 'simple'; readonly name: FeelKind }
  | { readonly kind: 'list'; readonly item: FeelType }
  | { readonly kind: 'range'; readonly item: FeelType }
  | { readonly kind: 'context'; readonly entries: readonly (readonly [string, FeelType])[] }

/** One entry of a decision table, or of the list right of `in`. */
export type Test =
  | { readonly kind: 'any' }
  | { readonly kind: 'compare'; readonly operator: ComparisonOperator; readonly operand: FeelNode }
  | {
      readonly kind: 'value'
      readonly value: FeelNode
      /** It speaks of the input itself, so its result decides. */ readonly usesInput: boolean
    }

export type Arguments =
  | { readonly kind: 'positional'; readonly values: readonly FeelNode[] }
  | { readonly kind: 'named'; readonly values: readonly (readonly [string, FeelNode])[] }

export interface LiteralNode extends Spot {
  readonly kind: 'literal'
  readonly value: FeelValue
}
export interface NameNode extends Spot {
  readonly kind: 'name'
  readonly name: string
}
export interface PathNode extends Spot {
  readonly kind: 'path'
  readonly base: FeelNode
  readonly key: string
}
export interface FilterNode extends Spot {
  readonly kind: 'filter'
  readonly base: FeelNode
  readonly condition: FeelNode
}
export interface CallNode extends Spot {
  readonly kind: 'call'
  readonly callee: FeelNode
  readonly args: Arguments
}
export interface NegateNode extends Spot {
  readonly kind: 'negate'
  readonly operand: FeelNode
  readonly times: number
}
export interface ArithmeticNode extends Spot {
  readonly kind: 'arithmetic'
  readonly first: FeelNode
  readonly rest: readonly Operation<ArithmeticOperator>[]
}
export interface CompareNode extends Spot {
  readonly kind: 'compare'
  readonly operator: ComparisonOperator
  readonly left: FeelNode
  readonly right: FeelNode
}
export interface BetweenNode extends Spot {
  readonly kind: 'between'
  readonly value: FeelNode
  readonly low: FeelNode
  readonly high: FeelNode
}
export interface InNode extends Spot {
  readonly kind: 'in'
  readonly value: FeelNode
  readonly tests: readonly Test[]
  readonly negated: boolean
}
export interface LogicNode extends Spot {
  readonly kind: 'logic'
  readonly operator: 'and' | 'or'
  readonly operands: readonly FeelNode[]
}
export interface IfNode extends Spot {
  readonly kind: 'if'
  readonly condition: FeelNode
  readonly whenTrue: FeelNode
  readonly whenFalse: FeelNode
}
export interface ForNode extends Spot {
  readonly kind: 'for'
  readonly iterators: readonly Iterator[]
  readonly body: FeelNode
}
export interface QuantifiedNode extends Spot {
  readonly kind: 'quantified'
  readonly quantifier: 'some' | 'every'
  readonly iterators: readonly Iterator[]
  readonly condition: FeelNode
}
export interface RangeNode extends Spot {
  readonly kind: 'range'
  readonly from: FeelNode | null
  readonly to: FeelNode | null
  readonly startIncluded: boolean
  readonly endIncluded: boolean
}
export interface ListNode extends Spot {
  readonly kind: 'list'
  readonly items: readonly FeelNode[]
}
export interface ContextNode extends Spot {
  readonly kind: 'context'
  readonly entries: readonly (readonly [string, FeelNode])[]
}
export interface FunctionNode extends Spot {
  readonly kind: 'function'
  readonly params: readonly Parameter[]
  readonly body: FeelNode
}
export interface InstanceNode extends Spot {
  readonly kind: 'instance'
  readonly value: FeelNode
  readonly type: FeelType
}

export type FeelNode =
  | LiteralNode
  | NameNode
  | PathNode
  | FilterNode
  | CallNode
  | NegateNode
  | ArithmeticNode
  | CompareNode
  | BetweenNode
  | InNode
  | LogicNode
  | IfNode
  | ForNode
  | QuantifiedNode
  | RangeNode
  | ListNode
  | ContextNode
  | FunctionNode
  | InstanceNode
