/** The answers a form begins with: what its fields are filled with from what the procedure knows. */
import type { JsonObject } from '../engine/core/json.ts'
import { evaluate } from './evaluate.ts'
import { jsonOf, scopeOf } from './expression.ts'
import type { CompiledForm, FormContext } from './form.ts'
import { withAnswer } from './place.ts'

export function opening(form: CompiledForm, context: FormContext): JsonObject {
  const scope = scopeOf([], context)
  return [...form.fields.values()].reduce<JsonObject>((answers, { place, when }) => {
    const value = when.prefill === undefined || place.includes('/*') ? undefined : jsonOf(when.prefill, scope)
    const isShown = value !== undefined && evaluate(form, answers, context).fields.get(place)?.readonly === false
    return isShown ? withAnswer(answers, place, value) : answers
  }, {})
}
