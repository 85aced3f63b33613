/** The buttons inside a form: add an entry to a list, take one or a file away, ask a register anew. "add:/founders", "remove:/founders/0". */
import type { JsonObject, JsonValue } from '../engine/core/json.ts'
import { evaluate, type FieldState } from './evaluate.ts'
import type { CompiledForm, FormContext } from './form.ts'
import { isList } from './kinds/kinds.ts'
import { bounds } from './kinds/list.ts'
import { answerAt, type Place, withAnswer } from './place.ts'

export type Action =
  | { readonly kind: 'next' | 'back' | 'save' | 'submit' }
  | { readonly kind: 'go'; readonly page: string }
  | { readonly kind: 'add' | 'remove' | 'upload' | 'refresh'; readonly place: Place }

/** Which button was pressed; the Enter key presses none, and means next. */
export function actionOf(value: string | readonly string[] | undefined): Action {
  const text = typeof value === 'string' ? value : (value?.[0] ?? 'next')
  const [kind = '', ...rest] = text.split(':')
  const target = rest.join(':')
  if (kind === 'go') return { kind, page: target }
  if (kind === 'add' || kind === 'remove' || kind === 'upload' || kind === 'refresh') return { kind, place: target }
  return { kind: kind === 'back' || kind === 'save' || kind === 'submit' ? kind : 'next' }
}

/** A single file is taken away as a whole. */
const mayRemove = (state: FieldState | undefined): boolean => state?.field.kind === 'file' && !state.readonly

/** The answers with one entry more or less; as they were where the form does not allow it. */
export function afterAction(form: CompiledForm, answers: JsonObject, action: Action, context: FormContext): JsonObject {
  if (action.kind !== 'add' && action.kind !== 'remove') return answers
  const place = action.kind === 'add' ? action.place : action.place.slice(0, action.place.lastIndexOf('/'))
  const state = evaluate(form, answers, context).fields.get(place)
  if (action.kind === 'remove' && mayRemove(evaluate(form, answers, context).fields.get(action.place)))
    return withAnswer(answers, action.place, undefined)
  if (state === undefined || state.readonly) return answers
  const { field } = state
  if (!isList(field.kind) && (field.kind !== 'files' || action.kind === 'add')) return answers
  const now = answerAt(answers, place)
  const entries: readonly JsonValue[] = Array.isArray(now) ? now : []
  if (action.kind === 'remove') {
    const index = Number(action.place.slice(place.length + 1))
    return withAnswer(
      answers,
      place,
      entries.filter((_, it) => it !== index),
    )
  }
  if (entries.length >= bounds(field).most) return answers
  return withAnswer(answers, place, [...entries, field.entry === undefined ? {} : ''])
}
