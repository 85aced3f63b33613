/**
 * Answers of a form that stand out as outcomes of its task: return for correction, refuse. The form says which: its control
 * has `"options": { "outcomes": { "return": ["correct"], "refuse": ["match"] } }`, by the values of the question.
 */
import { isJsonObject, type JsonValue } from '../core/json.ts'
import type { Text } from '../core/text.ts'
import type { CompiledForm } from '../../forms/form.ts'

export const OUTCOMES = ['return', 'refuse'] as const
export type OutcomeKind = (typeof OUTCOMES)[number]

export interface Outcome {
  readonly kind: OutcomeKind
  /** The question it answers, "/decision", and by which of its choices. */
  readonly place: string
  readonly index: number
  readonly value: JsonValue
  readonly label: Text
}

/** In the order of the form. */
export function outcomesOf(form: CompiledForm): readonly Outcome[] {
  return form.top.flatMap(({ place, options, choices }) => {
    const said = options['outcomes']
    if (said === undefined || !isJsonObject(said)) return []
    return choices.flatMap(({ value, label }, index) => {
      const kind = OUTCOMES.find((name) => listed(said[name]).includes(value))
      return kind === undefined ? [] : [{ kind, place, index, value, label }]
    })
  })
}

const listed = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? value : [])
