/** Where a signatory gives an employee a mandate: who, in which services, from when until when. */
import type { FastifyRequest } from 'fastify'
import { csrfField } from '../frame/csrf.ts'
import { field, fieldsOf } from '../frame/form-body.ts'
import { html, type Html } from '../frame/html.ts'
import { languageOfPage, wordsIn } from '../frame/language.ts'
import { DAY_PATTERN, LONGEST_DAY } from '../frame/typed-day.ts'
import { URLS } from '../urls.ts'
import { ACTING_WORDS } from './words.ts'

const HOLDER_PATTERN = '[0-9٠-٩۰-۹]{9}'

export function grantForm(request: FastifyRequest, titles: ReadonlyMap<string, string>): Html {
  const say = wordsIn(ACTING_WORDS, languageOfPage(request))
  const input = (id: 'holder' | 'from' | 'until', label: string, hint: string, attributes: Html): Html =>
    html`<div class="field">
      <label class="label" for="${id}">${label}</label>
      <p class="hint" id="${id}-hint">${hint}</p>
      <input class="input narrow-input" id="${id}" name="${id}" dir="ltr" inputmode="numeric" autocomplete="off" aria-describedby="${id}-hint" ${attributes} value="${field(request.body, id)}" />
    </div>`
  const chosen = fieldsOf(request.body, 'service')
  const day = html`maxlength="${LONGEST_DAY}" pattern="${DAY_PATTERN}"`
  return html`<form method="post" action="${URLS.mandates()}" class="panel">
    <h2>${say.grant}</h2>
    ${csrfField(request)}
    ${input('holder', say.holder, say.holderHint, html`required maxlength="9" pattern="${HOLDER_PATTERN}"`)}
    <fieldset class="field">
      <legend class="label">${say.services}</legend>
      <p class="hint">${say.someServices}</p>
      <div class="choices">
        ${box('all', 'yes', 'services-all', say.allServices, field(request.body, 'all') === 'yes')}
        ${[...titles].map(([id, title], index) => box('service', id, `service-${index}`, title, chosen.includes(id)))}
      </div>
    </fieldset>
    ${input('from', say.from, say.fromHint, day)}${input('until', say.until, say.untilHint, day)}
    <button class="button">${say.give}</button>
  </form>`
}

const box = (name: string, value: string, id: string, label: string, isChosen: boolean): Html =>
  html`<div class="choice">
    <input type="checkbox" name="${name}" id="${id}" value="${value}"${isChosen && html` checked`} /><label for="${id}">${label}</label>
  </div>`
