/** The first or last day a date may be, as an analyst says it without a line of FEEL, written as FEEL and read from it again. */
import { variablePath } from '../../../engine/core/bpmn/variable.ts'
import type { JsonValue } from '../../../engine/core/json.ts'
import { readSpan, type Span, type SpanUnit, writtenSpan } from '../../policy/duration.ts'

/** Those the calendar counts from a day alone. */
export const BOUND_UNITS = ['D', 'W', 'M', 'Y'] as const satisfies readonly SpanUnit[]

export type DayBound =
  | { readonly kind: 'none' }
  | { readonly kind: 'today' }
  /** So long before today, or after. */
  | { readonly kind: 'before' | 'after'; readonly span: Span }
  | { readonly kind: 'day'; readonly day: string }
  /** The day another question was answered with, by the name FEEL reads it under. */
  | { readonly kind: 'question'; readonly name: string }
  /** Anything else, as FEEL. */
  | { readonly kind: 'own' }

const SHIFTED = /^=\s*today\(\)\s*([-+])\s*duration\("(P\d{1,6}[DWMY])"\)\s*$/
const CERTAIN = /^=\s*date\("(\d{4}-\d{2}-\d{2})"\)\s*$/

export function dayBoundIn(written: JsonValue | undefined): DayBound {
  if (typeof written !== 'string') return { kind: 'none' }
  if (/^=\s*today\(\)\s*$/.test(written)) return { kind: 'today' }
  const [, sign, length = ''] = SHIFTED.exec(written) ?? []
  const span = readSpan(length)
  if (span !== undefined) return { kind: sign === '-' ? 'before' : 'after', span }
  const day = CERTAIN.exec(written)?.[1]
  if (day !== undefined) return { kind: 'day', day }
  const name = variablePath(written.trim().slice(1))?.join('.')
  return name === undefined ? { kind: 'own' } : { kind: 'question', name }
}

/** undefined: no bound. */
export function dayBoundText(bound: Exclude<DayBound, { readonly kind: 'own' }>): string | undefined {
  switch (bound.kind) {
    case 'none':
      return undefined
    case 'today':
      return '=today()'
    case 'before':
    case 'after':
      return `=today() ${bound.kind === 'before' ? '-' : '+'} duration("${writtenSpan(bound.span)}")`
    case 'day':
      return `=date("${bound.day}")`
    case 'question':
      return `=${bound.name}`
  }
}
