/** Absences: who stands in for whom, recorded and ended. */
import type { FastifyReply } from 'fastify'
import { userId, type UserId } from '../../../../core/ids.ts'
import type { Delegation } from '../../../../core/delegation.ts'
import { hasRole } from '../../../../core/actor.ts'
import { isProblem, type Problem } from '../../../../core/problem.ts'
import { orThrow } from '../../../api/context.ts'
import { STATUS } from '../../../problem.ts'
import { titleOf } from '../../../problem-text.ts'
import { csrfField } from '../../frame/csrf.ts'
import { shortDay } from '../../frame/dates.ts'
import { field } from '../../frame/form-body.ts'
import { fill, html, type Html } from '../../frame/html.ts'
import { redirect } from '../../frame/notice.ts'
import { page } from '../../frame/page.ts'
import { endOfTyped, startOfTyped } from '../../frame/typed-day.ts'
import { URLS } from '../../urls.ts'
import { DESK_ASSETS, namesOf, type Clerk } from '../clerk.ts'
import { dateField } from './date-field.ts'
import { OFFICE_WORDS } from './words.ts'

export async function absencePage(clerk: Clerk, reply: FastifyReply, problem?: Problem): Promise<FastifyReply> {
  const { engine, actor, request, say, tell, language } = clerk
  const delegations = await engine.listDelegations(actor)
  const names = await namesOf(
    clerk,
    delegations.flatMap(({ principal, deputy }) => [principal, deputy]),
  )
  return page(request, reply, {
    title: tell.absence,
    active: 'desk',
    assets: DESK_ASSETS,
    ...(problem && { status: STATUS[problem.kind], faulty: true }),
    main: html`<p class="hint"><a href="${URLS.desk()}">${say.toInbox}</a></p>
      <h1>${tell.absence}</h1>
      <p>${tell.absenceHint}</p>
      ${problem && html`<div class="notice notice-bad" role="alert"><p><a href="#deputy">${titleOf(problem)[language]}</a></p></div>`}
      ${await absenceForm(clerk)}
      <h2>${tell.absences}</h2>
      ${
        delegations.length === 0
          ? html`<p>${tell.noAbsences}</p>`
          : html`<ul class="list">
              ${delegations.map((one) => absence(clerk, one, names))}
            </ul>`
      }`,
  })
}

async function absenceForm(clerk: Clerk): Promise<Html> {
  const { engine, actor, request, tell } = clerk
  const colleagues = await engine.listColleagues(actor)
  const others = colleagues.filter(({ id }) => id !== actor.id)
  if (others.length === 0) return html`<p class="notice">${tell.noColleagues}</p>`
  return html`<form method="post" action="${URLS.deskAbsence()}" class="panel">
    ${csrfField(request)}
    ${
      hasRole(actor, 'supervisor') &&
      html`<div class="field">
        <label class="label" for="principal">${tell.whose}</label>
        <select class="input" id="principal" name="principal">
          <option value="">${tell.ownTasks}</option>
          ${others.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}
        </select>
      </div>`
    }
    <div class="field">
      <label class="label" for="deputy">${tell.deputy}</label>
      <select class="input" id="deputy" name="deputy">
        ${colleagues.map(({ id, name }) => html`<option value="${id}" ${id === field(request.body, 'deputy') && html` selected`}>${name}</option>`)}
      </select>
    </div>
    ${dateField(clerk, 'from', tell.from)}${dateField(clerk, 'until', tell.until)}
    <div class="field">
      <label class="label" for="reason">${tell.absenceReason}</label>
      <input class="input" id="reason" name="reason" required maxlength="500" dir="auto" value="${field(request.body, 'reason')}" />
    </div>
    <button class="button">${tell.makeAbsence}</button>
  </form>`
}

function absence(clerk: Clerk, one: Delegation, names: ReadonlyMap<string, string>): Html {
  const { tell, request, engine, language } = clerk
  const now = engine.deps.clock.now()
  const isOver = one.endedAt !== undefined || one.ends <= now
  const state = isOver ? tell.over : one.starts <= now ? tell.running : tell.planned
  return html`<li>
    <p><strong>${fill(tell.absenceLine, { deputy: names.get(one.deputy), principal: names.get(one.principal) })}</strong> <span class="tag ${isOver ? '' : 'tag-good'}">${state}</span></p>
    <p class="hint">${fill(tell.absenceTime, { from: shortDay(one.starts, language), until: shortDay(one.ends - 1, language) })} · <span dir="auto">${one.reason}</span></p>
    ${
      !isOver &&
      html`<form method="post" action="${URLS.deskAbsenceEnd(one.id)}">
        ${csrfField(request)}<button class="button button-quiet">${tell.endAbsence}</button>
      </form>`
    }
  </li>`
}

export async function postAbsence(clerk: Clerk, reply: FastifyReply): Promise<FastifyReply> {
  const { request, engine, actor } = clerk
  const [principal, deputy] = [field(request.body, 'principal'), field(request.body, 'deputy')]
  const made = await engine.delegate(actor, {
    ...(principal === '' ? {} : { principal: orThrow(userId(principal)) }),
    deputy: orThrow(userId(deputy)) satisfies UserId,
    starts: startOfTyped(field(request.body, 'from')),
    ends: endOfTyped(field(request.body, 'until')),
    reason: field(request.body, 'reason'),
  })
  if (isProblem(made)) return absencePage(clerk, reply, made)
  return redirect(request, reply, URLS.deskAbsence(), { tone: 'good', text: OFFICE_WORDS.absenceMade })
}

export async function endAbsence(clerk: Clerk, reply: FastifyReply, id: string): Promise<FastifyReply> {
  orThrow(await clerk.engine.endDelegation(clerk.actor, id))
  return redirect(clerk.request, reply, URLS.deskAbsence(), { tone: 'good', text: OFFICE_WORDS.absenceEnded })
}
