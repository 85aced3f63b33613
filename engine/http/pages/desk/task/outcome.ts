/**
 * Outcomes of a task as buttons over its form: return for correction, refuse. A button chooses the answer and shows what it
 * asks for next, such as the reason; nothing is decided by it.
 */
import { outcomesOf } from '../../../../commands/outcomes.ts'
import type { JsonObject } from '../../../../core/json.ts'
import type { CompiledForm } from '../../../../../forms/form.ts'
import { html, type Html } from '../../frame/html.ts'
import type { Clerk } from '../clerk.ts'

const PREFIX = 'outcome:'

export function outcomeButtons(form: CompiledForm, { say, language }: Clerk): Html {
  const outcomes = outcomesOf(form)
  if (outcomes.length === 0) return html``
  return html`<div class="row outcomes" role="group" aria-label="${say.outcomes}">
    ${outcomes.map(
      ({ place, index, label }) =>
        html`<button class="button button-quiet" name="action" value="${PREFIX}${place}:${index}">${label[language]}</button>`,
    )}
  </div>`
}

/** The answers with the outcome chosen; undefined where no such button was pressed. */
export function withOutcome(form: CompiledForm, action: string, answers: JsonObject): JsonObject | undefined {
  if (!action.startsWith(PREFIX)) return undefined
  const chosen = outcomesOf(form).find(({ place, index }) => action === `${PREFIX}${place}:${String(index)}`)
  return chosen && { ...answers, [chosen.place.slice(1)]: chosen.value }
}
