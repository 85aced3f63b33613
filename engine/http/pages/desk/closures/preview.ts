/** What announcing or withdrawing days would change, before it is done: how many deadlines, of which services, from when to when. */
import type { FastifyReply } from 'fastify'
import type { HolidayPreview } from '../../../../commands/holiday-preview.ts'
import type { Announcement } from '../../../../commands/holidays.ts'
import type { Holiday } from '../../../../core/holiday.ts'
import { csrfField } from '../../frame/csrf.ts'
import { moment } from '../../frame/dates.ts'
import { field } from '../../frame/form-body.ts'
import { bdi, fill, html, type Html } from '../../frame/html.ts'
import { wordsIn } from '../../frame/language.ts'
import { page } from '../../frame/page.ts'
import { URLS } from '../../urls.ts'
import { DESK_ASSETS, type Clerk } from '../clerk.ts'
import { daysOf, placeOf } from './closures.ts'
import { CLOSURE_WORDS } from './words.ts'

export type Planned =
  | { readonly announce: Announcement; readonly preview: HolidayPreview }
  | { readonly withdraw: Holiday; readonly reason: string; readonly preview: HolidayPreview }

export function previewPage(clerk: Clerk, reply: FastifyReply, planned: Planned): Promise<FastifyReply> {
  const { request, language } = clerk
  const words = wordsIn(CLOSURE_WORDS, language)
  const isNew = 'announce' in planned
  const title = isNew ? words.announceHead : words.withdrawHead
  return page(request, reply, {
    title: `${title}: ${words.wouldMove}`,
    active: 'desk',
    assets: DESK_ASSETS,
    main: html`<p class="hint"><a href="${URLS.deskClosures()}">${words.title}</a></p>
      <h1>${title}</h1>
      ${daysHtml(clerk, isNew ? ofAnnouncement(clerk, planned.announce) : planned.withdraw)}
      <div class="notice notice-warn"><p>${isNew ? words.nothingYet : words.notWithdrawnYet}</p></div>
      <h2>${words.wouldMove}</h2>
      ${effectHtml(clerk, planned.preview)}
      ${isNew ? confirmation(clerk) : withdrawal(clerk, planned.withdraw, planned.reason)}`,
  })
}

type Days = Pick<Holiday, 'title' | 'first' | 'last' | 'agency' | 'governorate' | 'closes'>

function ofAnnouncement({ actor }: Clerk, { everyAgency = false, last, ...rest }: Announcement): Days {
  const own = everyAgency ? {} : { agency: rest.agency ?? actor.agency }
  return { ...rest, last: last ?? rest.first, ...own }
}

function daysHtml(clerk: Clerk, days: Days): Html {
  const words = wordsIn(CLOSURE_WORDS, clerk.language)
  return html`<p><strong>${days.title[clerk.language]}</strong></p>
    <p>${daysOf(days, clerk)} · ${placeOf(days, clerk)}${days.closes !== undefined && html` · ${fill(words.closesAt, { time: days.closes })}`}</p>`
}

function effectHtml(clerk: Clerk, preview: HolidayPreview): Html {
  const { language } = clerk
  const words = wordsIn(CLOSURE_WORDS, language)
  if (preview.deadlines === 0) return html`<p>${words.movesNothing}</p>`
  const counted = (['deadlines', 'applications', 'inTimeAgain', 'lateThen'] as const).map(
    (name) => html`<li>${fill(words[name], { count: preview[name] })}</li>`,
  )
  return html`<ul>${counted}</ul>
    ${!preview.complete && html`<p class="hint">${words.notAll}</p>`}
    <h3>${words.byService}</h3>
    <ul>
      ${preview.services.map(({ title, deadlines }) => html`<li>${title[language]}: ${bdi(deadlines)}</li>`)}
    </ul>
    ${examplesHtml(clerk, preview)}`
}

function examplesHtml({ language }: Clerk, { examples }: HolidayPreview): Html {
  const words = wordsIn(CLOSURE_WORDS, language)
  const heads = [words.application, words.term, words.before, words.after]
  return html`<div class="scroll" role="region" aria-label="${words.examples}" tabindex="0">
    <table class="figures">
      <caption>${words.examples}</caption>
      <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>
        ${examples.map(
          ({ reference, title, before, due }) =>
            html`<tr>
              <th scope="row"><a href="${URLS.deskApplication(reference)}">${bdi(reference)}</a></th>
              <td data-label="${words.term}">${title[language]}</td>
              <td data-label="${words.before}">${moment(before, language)}</td>
              <td data-label="${words.after}">${moment(due, language)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

const KEPT = ['name-ar', 'name-en', 'first', 'last', 'governorate', 'closes', 'every-agency'] as const

function confirmation({ request, language }: Clerk): Html {
  const words = wordsIn(CLOSURE_WORDS, language)
  return html`<form method="post" action="${URLS.deskClosures()}" class="row actions">
    ${csrfField(request)}${KEPT.map((name) => html`<input type="hidden" name="${name}" value="${field(request.body, name)}" />`)}
    <button class="button" name="action" value="announce">${words.announce}</button>
    <button class="button button-quiet" name="action" value="change">${words.change}</button>
  </form>`
}

function withdrawal({ request, language }: Clerk, { id }: Holiday, reason: string): Html {
  const words = wordsIn(CLOSURE_WORDS, language)
  return html`<form method="post" action="${URLS.deskClosureWithdrawal(id)}">
    ${csrfField(request)}
    <div class="field">
      <label class="label" for="reason">${words.reason}</label>
      <input class="input" id="reason" name="reason" required maxlength="500" dir="auto" value="${reason}" />
    </div>
    <button class="button button-danger" name="action" value="withdraw">${words.withdraw}</button>
  </form>`
}
