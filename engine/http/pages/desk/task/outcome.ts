/**
 * Outcomes of a task that stand out as buttons over its form: return for correction, refuse. The form says which: its control
 * has `"options": { "outcomes": { "return": ["correct"], "refuse": ["match"] } }`, by the values of the question. A button chooses the answer
 * and shows what it asks for next, such as the reason; nothing is decided by it.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../../core/json.ts'
import type { CompiledForm, Field } from '../../../../../forms/form.ts'
import { html, type Html } from '../../frame/html.ts'
import type { Clerk } from '../clerk.ts'

const PREFIX = 'outcome:'
const LOOKS = { return: 'button-quiet', refuse: 'button-danger' } as const

interface Outcome {
  readonly field: Field
  readonly index: number
  readonly value: JsonValue
  readonly label: string
  readonly look: string
}

function outcomesOf(form: CompiledForm, { language }: Clerk): readonly Outcome[] {
  return form.top.flatMap((field) => {
    const said = field.options['outcomes']
    if (said === undefined || !isJsonObject(said)) return []
    return field.choices.flatMap(({ value, label }, index) => {
      const look = (['return', 'refuse'] as const).find((name) => listed(said[name]).includes(value))
      return look === undefined ? [] : [{ field, index, value, label: label[language], look: LOOKS[look] }]
    })
  })
}

const listed = (value: JsonValue | undefined): readonly JsonValue[] => (Array.isArray(value) ? value : [])

export function outcomeButtons(form: CompiledForm, clerk: Clerk): Html {
  const outcomes = outcomesOf(form, clerk)
  if (outcomes.length === 0) return html``
  return html`<div class="row outcomes" role="group" aria-label="${clerk.say.outcomes}">
    ${outcomes.map(
      ({ field, index, label, look }) =>
        html`<button class="button ${look}" name="action" value="${PREFIX}${field.place}:${index}">${label}</button>`,
    )}
  </div>`
}

/** The answers with the outcome chosen; undefined where no such button was pressed. */
export function withOutcome(
  form: CompiledForm,
  clerk: Clerk,
  action: string,
  answers: JsonObject,
): JsonObject | undefined {
  if (!action.startsWith(PREFIX)) return undefined
  const chosen = outcomesOf(form, clerk).find(
    ({ field, index }) => action === `${PREFIX}${field.place}:${String(index)}`,
  )
  return chosen && { ...answers, [chosen.field.place.slice(1)]: chosen.value }
}
