/** What is known at a step of a procedure: a name, of what kind its value is, and where it comes from. */
import type { Text } from '../../text.ts'

export interface Variable {
  readonly name: string
  readonly type: VariableType
  readonly origin: Origin
  /** What a person calls it: the question of a form. */
  readonly title?: Text
}

export type VariableType =
  | { readonly kind: 'text'; readonly choices?: readonly string[] }
  | { readonly kind: 'number' }
  | { readonly kind: 'truth' }
  /** A date, time or both, kept as a text. */
  | { readonly kind: 'date' }
  | { readonly kind: 'list'; readonly of: VariableType }
  | {
      readonly kind: 'object'
      readonly fields: readonly Variable[]
      /** It has no other keys. */ readonly closed?: true
    }
  /** Nothing can be said. */
  | { readonly kind: 'any' }

export type Origin =
  | { readonly kind: 'masar' }
  | { readonly kind: 'constants' }
  /** A question of a form: where an application begins, or of a task. */
  | { readonly kind: 'form'; readonly form: string; readonly element?: string }
  /** What a step maps in for itself, what it gives when it is done, or what counts its rounds. */
  | { readonly kind: 'input' | 'result' | 'loop' | 'property'; readonly element: string }

export const ANY: VariableType = { kind: 'any' }
export const TEXT: VariableType = { kind: 'text' }
export const NUMBER: VariableType = { kind: 'number' }
export const TRUTH: VariableType = { kind: 'truth' }
export const DATE: VariableType = { kind: 'date' }
export const listOf = (of: VariableType): VariableType => ({ kind: 'list', of })

/** An object whose fields all come from one place. */
export const objectOf = (fields: Readonly<Record<string, VariableType>>, origin: Origin): VariableType => ({
  kind: 'object',
  fields: Object.entries(fields).map(([name, type]) => ({ name, type, origin })),
})

/** What stands under a name of an object; undefined where nothing does, as far as is known. */
export function fieldOf(type: VariableType, name: string): VariableType | undefined {
  if (type.kind === 'list') {
    const inner = fieldOf(type.of, name)
    return inner && listOf(inner)
  }
  return type.kind === 'object' ? type.fields.find((it) => it.name === name)?.type : undefined
}

/** Two things said of one name: what both know, together. */
export function together(one: VariableType, other: VariableType): VariableType {
  if (one.kind === 'any') return other
  if (one.kind === 'object' && other.kind === 'object') {
    const more = other.fields.filter((it) => !one.fields.some(({ name }) => name === it.name))
    return { kind: 'object', fields: [...one.fields, ...more] }
  }
  return other.kind === 'any' || one.kind === other.kind ? one : ANY
}
