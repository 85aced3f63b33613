/** What is known at a step of a procedure: a name, of what kind its value is, and where it comes from. */
import type { Text } from '../../text.ts'

export interface Variable {
  readonly name: string
  readonly type: VariableType
  readonly origin: Origin
  /** What a person calls it: the question of a form. */
  readonly title?: Text
}

export type VariableType = Kind & {
  /** It may be something else, and nobody here knows what. */
  readonly unsure?: true
}

type Kind =
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
  /** Nothing can be said, or it is known to be null. */
  | { readonly kind: 'any'; readonly isNull?: true }

export type Origin =
  | { readonly kind: 'masar' }
  | { readonly kind: 'constants' }
  /** A question of a form: where an application begins, or of a task. */
  | { readonly kind: 'form'; readonly form: string; readonly element?: string }
  /** What a step maps in for itself, what it gives when it is done, or what counts its rounds. */
  | { readonly kind: 'input' | 'result' | 'loop' | 'property'; readonly element: string }

export const ANY: VariableType = { kind: 'any' }
export const NULL: VariableType = { kind: 'any', isNull: true }
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
    const inner = fieldOf(asSureAs(type, type.of), name)
    return inner && listOf(inner)
  }
  const found = type.kind === 'object' ? type.fields.find((it) => it.name === name)?.type : undefined
  return found && asSureAs(type, found)
}

/** A part of what may be something else may be something else. */
export const asSureAs = (whole: VariableType, part: VariableType): VariableType =>
  whole.unsure ? { ...part, unsure: true } : part

/** Two things said of one name: what both know, together. */
export function together(one: VariableType, other: VariableType): VariableType {
  if (one.kind === 'any') return other
  if (one.kind === 'object' && other.kind === 'object') {
    const more = other.fields.filter((it) => !one.fields.some(({ name }) => name === it.name))
    return { kind: 'object', fields: [...one.fields, ...more] }
  }
  return other.kind === 'any' || one.kind === other.kind ? one : ANY
}

/** One or the other, of what comes from two places: null says nothing of what else it is, the unknown leaves it open. */
export function either(one: VariableType, other: VariableType): VariableType {
  if (one.kind === 'any' || other.kind === 'any') {
    const [open, said] = one.kind === 'any' ? [one, other] : [other, one]
    if (open.kind !== 'any' || open.isNull) return said
    return said.kind === 'any' ? open : { ...said, unsure: true }
  }
  const unsure = one.unsure === true || other.unsure === true ? ({ unsure: true } as const) : {}
  if (one.kind === 'object' && other.kind === 'object') {
    const closed = one.closed === true && other.closed === true ? ({ closed: true } as const) : {}
    return { kind: 'object', fields: fieldsOfBoth(one.fields, other.fields), ...closed, ...unsure }
  }
  if (one.kind === 'list' && other.kind === 'list') return { ...listOf(either(one.of, other.of)), ...unsure }
  if (one.kind === 'text' && other.kind === 'text') return eitherText(one, other, unsure)
  return one.kind === other.kind ? { ...one, ...unsure } : ANY
}

type TextType = Extract<VariableType, { readonly kind: 'text' }>

/** What has no choices may be any text. */
function eitherText(one: TextType, other: TextType, unsure: { readonly unsure?: true }): VariableType {
  const choices = [...new Set([...(one.choices ?? []), ...(other.choices ?? [])])]
  const open = (one.choices === undefined) !== (other.choices === undefined) ? ({ unsure: true } as const) : {}
  return { kind: 'text', ...(choices.length > 0 && { choices }), ...unsure, ...open }
}

function fieldsOfBoth(one: readonly Variable[], other: readonly Variable[]): readonly Variable[] {
  const types = new Map(other.map(({ name, type }) => [name, type]))
  const both = one.map((it) => {
    const more = types.get(it.name)
    return more ? { ...it, type: either(it.type, more) } : it
  })
  const names = new Set(one.map(({ name }) => name))
  return [...both, ...other.filter(({ name }) => !names.has(name))]
}
