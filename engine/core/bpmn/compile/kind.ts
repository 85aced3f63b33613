/** What the steps of a drawing need to become entries of a program's table. */
import type { Node } from '../diagram.ts'
import type { Jump } from './jumps.ts'
import type { ModdleElement } from '../element.ts'
import type { Links } from '../links.ts'
import type { Element, ElementIndex, FlowIndex } from '../../program.ts'
import type { Undoing } from '../undoing.ts'

/** Fields that every element has, whatever its kind. */
export type BaseKey =
  | 'index'
  | 'id'
  | 'name'
  | 'parent'
  | 'incoming'
  | 'outgoing'
  | 'inputs'
  | 'outputs'
  | 'boundaries'
  | 'eventSubProcesses'
  | 'headers'
  | 'properties'
  | 'loop'
  | 'locals'
  | 'defaultFlow'

/** The part of an element that its kind decides. */
export type Kind = Element extends infer E ? (E extends Element ? Omit<E, BaseKey> : never) : never

export interface Compiling {
  readonly undoing: Undoing
  /** Flows of the process that are drawn. */
  readonly drawn: number
  /** Their flows are numbered after those that are drawn. */
  readonly jumps: readonly Jump[]
  readonly links: Links
  /** Boundary events by the element they hang on. */
  readonly boundariesOf: ReadonlyMap<ModdleElement, readonly ElementIndex[]>
  indexOf(element: ModdleElement | undefined): ElementIndex
  flowIndexOf(element: ModdleElement | undefined): FlowIndex
}

/** The rules passed this drawing, so what is missing here is a bug of ours. */
export function present<T>(value: T | undefined, what: string, node: Node): T {
  if (value === undefined) throw new Error(`Expected ${what} on ${node.id}, which the rules had checked`)
  return value
}
