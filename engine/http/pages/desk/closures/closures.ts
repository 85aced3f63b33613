/** Days on which the agency does not work: what is announced, and a form to announce more. Nothing is done before its effect was shown. */
import type { FastifyReply } from 'fastify'
import type { Holiday } from '../../../../core/holiday.ts'
import { mayActFor, isPlatformOperator } from '../../../../core/policy/access.ts'
import { startOfDate } from '../../../../core/policy/day.ts'
import type { UserId } from '../../../../core/ids.ts'
import type { Problem } from '../../../../core/problem.ts'
import { STATUS } from '../../../problem.ts'
import { titleOf } from '../../../problem-text.ts'
import { csrfField } from '../../frame/csrf.ts'
import { moment, shortDay } from '../../frame/dates.ts'
import { field } from '../../frame/form-body.ts'
import { fill, html, type Html, type Part } from '../../frame/html.ts'
import { wordsIn } from '../../frame/language.ts'
import { page } from '../../frame/page.ts'
import { URLS } from '../../urls.ts'
import { DESK_ASSETS, namesOf, timeZone, type Clerk } from '../clerk.ts'
import { dateField } from '../office/date-field.ts'
import { GOVERNORATES } from './governorates.ts'
import { CLOSURE_WORDS } from './words.ts'

const LONGEST_NAME = 200

export async function closuresPage(clerk: Clerk, reply: FastifyReply, problem?: Problem): Promise<FastifyReply> {
  const { engine, actor, request, say, language } = clerk
  const words = wordsIn(CLOSURE_WORDS, language)
  const all = (await engine.listHolidays(actor)).toReversed()
  const names = await namesOf(
    clerk,
    all.flatMap(({ announced, withdrawn }) => [personIn(announced.by), personIn(withdrawn?.by)]),
  )
  return page(request, reply, {
    title: words.title,
    active: 'desk',
    assets: DESK_ASSETS,
    ...(problem && { status: STATUS[problem.kind], faulty: true }),
    main: html`<p class="hint"><a href="${URLS.desk()}">${say.toInbox}</a></p>
      <h1>${words.title}</h1>
      <p>${words.about}</p>
      ${problem && html`<div class="notice notice-bad" role="alert"><p><a href="#first">${titleOf(problem)[language]}</a></p></div>`}
      ${announceForm(clerk)}
      <h2>${words.listHead}</h2>
      ${
        all.length === 0
          ? html`<p>${words.nothing}</p>`
          : html`<ul class="list">
              ${all.map((one) => html`<li>${closure(clerk, one, names)}</li>`)}
            </ul>`
      }`,
  })
}

function announceForm(clerk: Clerk): Html {
  const { request, actor, language } = clerk
  const words = wordsIn(CLOSURE_WORDS, language)
  const { body } = request
  const name = (id: 'ar' | 'en', label: string): Html =>
    html`<div class="field">
      <label class="label" for="name-${id}">${label}</label>
      <input class="input" id="name-${id}" name="name-${id}" lang="${id}" dir="${id === 'ar' ? 'rtl' : 'ltr'}" required maxlength="${LONGEST_NAME}" value="${field(body, `name-${id}`)}" />
    </div>`
  return html`<form method="post" action="${URLS.deskClosures()}" class="panel" aria-labelledby="announce-head">
    ${csrfField(request)}
    <h2 id="announce-head">${words.announceHead}</h2>
    ${name('ar', words.nameAr)}${name('en', words.nameEn)}
    ${dateField(clerk, 'first', words.first)}${dateField(clerk, 'last', words.last, false)}
    <div class="field">
      <label class="label" for="governorate">${words.where}</label>
      <select class="input" id="governorate" name="governorate">
        <option value="">${words.everywhere}</option>
        ${[...GOVERNORATES].map(
          ([code, title]) =>
            html`<option value="${code}" ${code === field(body, 'governorate') && html` selected`}>${title[language]}</option>`,
        )}
      </select>
    </div>
    <div class="field">
      <label class="label" for="closes">${words.closes}</label>
      <p class="hint" id="closes-hint">${words.closesHint}</p>
      <input class="input narrow-input" id="closes" name="closes" dir="ltr" inputmode="numeric" maxlength="5" aria-describedby="closes-hint" value="${field(body, 'closes')}" />
    </div>
    ${
      isPlatformOperator(actor) &&
      html`<label class="choice"><input type="checkbox" name="every-agency" value="yes" ${field(body, 'every-agency') === 'yes' && html` checked`} />${words.everyAgency}</label>`
    }
    <button class="button" name="action" value="look">${words.look}</button>
  </form>`
}

/** "user:moj.supervisor" is a person, a part of Masar is none. */
const personIn = (by: string | undefined): UserId | undefined =>
  by?.startsWith('user:') === true ? (by.slice('user:'.length) as UserId) : undefined

function closure(clerk: Clerk, one: Holiday, names: ReadonlyMap<string, string>): Html {
  const { language, actor, request } = clerk
  const words = wordsIn(CLOSURE_WORDS, language)
  const { announced, withdrawn } = one
  const called = (by: string): string => names.get(personIn(by) ?? '') ?? by
  const mayTouch = one.agency === undefined ? isPlatformOperator(actor) : mayActFor(actor, one.agency)
  return html`<p><strong>${one.title[language]}</strong> <span class="tag ${withdrawn ? '' : 'tag-good'}">${withdrawn ? words.isWithdrawn : words.inForce}</span></p>
    <p>${daysOf(one, clerk)} · ${placeOf(one, clerk)}${one.closes !== undefined && html` · ${fill(words.closesAt, { time: one.closes })}`}</p>
    <p class="hint">${fill(words.announcedBy, { name: called(announced.by), moment: moment(announced.at, language) })}</p>
    ${withdrawn && html`<p class="hint">${fill(words.withdrawnBy, { name: called(withdrawn.by), moment: moment(withdrawn.at, language), reason: withdrawn.reason })}</p>`}
    ${
      !withdrawn &&
      mayTouch &&
      html`<details>
        <summary>${words.withdraw}</summary>
        <form method="post" action="${URLS.deskClosureWithdrawal(one.id)}">
          ${csrfField(request)}
          <div class="field">
            <label class="label" for="reason-${one.id}">${words.reason}</label>
            <input class="input" id="reason-${one.id}" name="reason" required maxlength="500" dir="auto" />
          </div>
          <button class="button button-quiet" name="action" value="look">${words.look}</button>
        </form>
      </details>`
    }`
}

export function daysOf({ first, last }: Pick<Holiday, 'first' | 'last'>, { language }: Clerk): Part {
  const [from, to] = [first, last].map((date) => shortDay(startOfDate(date, timeZone) ?? 0, language))
  return first === last ? (from ?? '') : fill(CLOSURE_WORDS.days[language], { first: from, last: to })
}

export function placeOf({ agency, governorate }: Pick<Holiday, 'agency' | 'governorate'>, { language }: Clerk): Part {
  const where = governorate === undefined ? CLOSURE_WORDS.everywhere : GOVERNORATES.get(governorate)
  const of = agency === undefined ? html` · ${CLOSURE_WORDS.ofEvery[language]}` : ''
  return html`${where?.[language] ?? governorate}${of}`
}
