/** Whether what an expression gives is what is wanted where it stands, as far as its shape and the kinds of its names tell. */
import type { Known } from '../../engine/core/package/variables/known.ts'
import { typeOfExpression } from '../../engine/core/package/variables/expression-type.ts'
import type { VariableType } from '../../engine/core/package/variables/variable.ts'
import type { Grammar } from './judge.ts'

export interface Wanted {
  readonly type: VariableType
  /** Keys a group of values must have. */
  readonly required: readonly string[]
}

export type Misfit =
  | { readonly kind: 'kind'; readonly wanted: VariableType; readonly found: VariableType }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'missing'; readonly names: readonly string[] }

export function misfitOf(text: string, grammar: Grammar, known: Known | undefined, wanted: Wanted): Misfit | undefined {
  if (text.trim() === '' || grammar === 'tests') return undefined
  const written = grammar === 'expression' ? `=${text}` : text
  const lookup = (name: string) => known?.variables.find((it) => it.name === name)?.type
  const found = typeOfExpression(written, lookup, { kind: 'masar' })
  const { type, required } = wanted
  if (found.kind === 'any' || type.kind === 'any' || isSpelt(type, written)) return undefined
  if (!isLike(type, found)) return { kind: 'kind', wanted: type, found }
  const choice = plainIn(written)
  if (type.kind === 'text' && type.choices && choice !== undefined && !type.choices.includes(choice))
    return { kind: 'choice', choices: type.choices }
  if (found.kind !== 'object' || !/^\s*=?\s*\{/.test(written)) return undefined
  const names = required.filter((it) => !found.fields.some(({ name }) => name === it))
  return names.length > 0 ? { kind: 'missing', names } : undefined
}

/** Written out without "=": a number, yes or no. */
const isSpelt = ({ kind }: VariableType, written: string): boolean =>
  (kind === 'number' && /^\s*-?\d+(\.\d+)?\s*$/.test(written)) ||
  (kind === 'truth' && /^\s*(true|false)\s*$/.test(written))

/** Dates are kept as texts. */
const isLike = (wanted: VariableType, found: VariableType): boolean =>
  wanted.kind === found.kind || (isText(wanted) && isText(found))

const isText = ({ kind }: VariableType): boolean => kind === 'text' || kind === 'date'

/** A text that is written out, as FEEL or as it is. */
function plainIn(written: string): string | undefined {
  const trimmed = written.trim()
  if (!trimmed.startsWith('=')) return trimmed
  return /^=\s*"([^"\\]*)"$/.exec(trimmed)?.[1]
}

/** What is wanted, ready to be filled in: the choices, yes and no, the keys of a group. */
export function readyFor({ type }: Wanted): readonly string[] {
  if (type.kind === 'truth') return ['true', 'false']
  if (type.kind === 'text') return (type.choices ?? []).map((it) => JSON.stringify(it))
  if (type.kind !== 'object' || type.fields.length === 0) return []
  return [
    `{${type.fields.map(({ name }) => `${/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : JSON.stringify(name)}: null`).join(', ')}}`,
  ]
}
