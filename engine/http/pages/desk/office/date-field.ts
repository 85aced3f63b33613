/** A day as somebody types it at the desk: year, month and day, in Latin or Arabic-Indic digits. */
import { field } from '../../frame/form-body.ts'
import { fill, html, type Html } from '../../frame/html.ts'
import { DAY_PATTERN, LONGEST_DAY } from '../../frame/typed-day.ts'
import type { Clerk } from '../clerk.ts'

export const dateField = ({ tell, request }: Clerk, id: string, label: string, isNeeded = true): Html =>
  html`<div class="field">
    <label class="label" for="${id}">${label}</label>
    <p class="hint" id="${id}-hint">${fill(tell.dateHint, { example: '2026-12-01' })}</p>
    <input class="input narrow-input" id="${id}" name="${id}" dir="ltr" inputmode="numeric" ${isNeeded && html`required`} maxlength="${LONGEST_DAY}" pattern="${DAY_PATTERN}" aria-describedby="${id}-hint" value="${field(request.body, id)}" />
  </div>`
