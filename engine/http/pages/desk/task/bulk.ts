/** Deciding several tasks of one step at once: one decision, a reason for each, and what failed told by name. */
import type { FastifyReply } from 'fastify'
import { MOST_AT_ONCE, type TaskOutcome } from '../../../../commands/complete-tasks.ts'
import { compiledForm } from '../../../../commands/services.ts'
import type { TaskDetail } from '../../../../commands/tasks.ts'
import { bilingual } from '../../../../core/bilingual.ts'
import type { JsonObject } from '../../../../core/json.ts'
import { invalid, ProblemError } from '../../../../core/problem.ts'
import { orThrow } from '../../../api/context.ts'
import { titleOf } from '../../../problem-text.ts'
import { csrfField } from '../../frame/csrf.ts'
import { field, type FormBody } from '../../frame/form-body.ts'
import { bdi, fill, html, raw, type Html } from '../../frame/html.ts'
import { page } from '../../frame/page.ts'
import { evaluate } from '../../../../../forms/evaluate.ts'
import { renderForm } from '../../../../../forms/html/render.ts'
import { pageOf } from '../../../../../forms/pages.ts'
import { viewOf } from '../../../../../forms/view.ts'
import { URLS } from '../../urls.ts'
import { sentIn, stepOf, type Filled } from '../answer-form.ts'
import { DESK_ASSETS, type Clerk } from '../clerk.ts'

interface Chosen {
  readonly id: string
  readonly detail: TaskDetail
}

async function chosenTasks({ engine, actor }: Clerk, fields: unknown): Promise<readonly Chosen[]> {
  const ids = textsOf(fields, 'task')
  if (ids.length > MOST_AT_ONCE)
    throw new ProblemError(invalid('tasks.number', `Expected at most ${MOST_AT_ONCE} tasks at once`))
  const chosen: Chosen[] = []
  for (const id of ids) chosen.push({ id, detail: orThrow(await engine.getTask(actor, id)) })
  return chosen
}

function textsOf(fields: unknown, name: string): readonly string[] {
  const value: unknown = Object.entries(fields ?? {}).find(([key]) => key === name)?.[1]
  return [...new Set([value].flat().filter((one): one is string => typeof one === 'string' && one !== ''))]
}

/** Of one step of one version: then one form asks for all. */
const isOneKind = (chosen: readonly Chosen[]): boolean =>
  new Set(chosen.map(({ detail: { task } }) => `${task.program} ${task.element}`)).size === 1

/** What the tasks differ in is not asked here: expressions of the form see the first task's variables. */
const filledOf = ({ language }: Clerk, { form, answering }: TaskDetail, answers: JsonObject): Filled | undefined =>
  form && { form: compiledForm(form), context: { ...answering, language }, answers }

export async function bulkPage(clerk: Clerk, reply: FastifyReply): Promise<FastifyReply> {
  const chosen = await chosenTasks(clerk, clerk.request.query)
  const [first] = chosen
  return show(clerk, reply, chosen, first && filledOf(clerk, first.detail, {}))
}

export async function postBulk(clerk: Clerk, reply: FastifyReply): Promise<FastifyReply> {
  const { request, engine, actor } = clerk
  const body = (request.body ?? {}) as FormBody
  const chosen = await chosenTasks(clerk, body)
  const [first] = chosen
  if (first === undefined || !isOneKind(chosen)) return show(clerk, reply, chosen, undefined)
  const before = filledOf(clerk, first.detail, {})
  const step = before && stepOf(before, { ...sentIn(clerk), body: { ...body, action: 'submit' } })
  if (step?.kind === 'fill') return show(clerk, reply, chosen, step.filled)
  const answers = step?.answers ?? {}
  const decisions = chosen.map(({ id }) => ({ id, answers, reason: field(body, `reason ${id}`) }))
  const outcomes = orThrow(await engine.completeTasks(actor, decisions))
  return outcomePage(clerk, reply, chosen, outcomes)
}

function show(
  clerk: Clerk,
  reply: FastifyReply,
  chosen: readonly Chosen[],
  filled: Filled | undefined,
): Promise<FastifyReply> {
  const { request, say, tell, language } = clerk
  const [first] = chosen
  const faulty = (filled?.faults ?? []).length > 0
  const body =
    first === undefined
      ? html`<p>${tell.bulkChoose}</p>`
      : isOneKind(chosen)
        ? bulkForm(clerk, chosen, filled)
        : html`<div class="notice notice-warn"><p>${tell.bulkMixed}</p></div>`
  return page(request, reply, {
    title: tell.bulk,
    active: 'desk',
    assets: DESK_ASSETS,
    faulty,
    ...(faulty ? { status: 422 } : {}),
    main: html`<p class="hint"><a href="${URLS.desk()}">${say.toInbox}</a></p>
      <h1>${tell.bulk}</h1>
      <p>${tell.bulkHint}</p>
      ${first && html`<p><strong>${bilingual(first.detail.task.name)[language]}</strong></p>`}
      ${body}`,
  })
}

function bulkForm(clerk: Clerk, chosen: readonly Chosen[], filled: Filled | undefined): Html {
  const { request, tell } = clerk
  return html`<form method="post" action="${URLS.deskBulk()}" novalidate>
    ${csrfField(request)}${chosen.map(({ id }) => html`<input type="hidden" name="task" value="${id}" />`)}
    ${filled && html`<section class="panel" aria-labelledby="decision"><h2 id="decision">${tell.bulkDecision}</h2>${questions(filled)}</section>`}
    ${chosen.map(
      ({ id, detail: { task } }, index) =>
        html`<div class="field">
          <label class="label" for="reason-${index}">${fill(tell.bulkReason, { reference: task.reference })}</label>
          <textarea class="input" id="reason-${index}" name="reason ${id}" rows="2" required dir="auto">${field(request.body, `reason ${id}`)}</textarea>
        </div>`,
    )}
    <button class="button">${tell.decide}</button>
  </form>`
}

/** All pages of a form under each other would be another form: several tasks are decided by forms of one page. */
function questions({ form, answers, context, faults = [], page: asked }: Filled): Html {
  const here = pageOf(form, asked, evaluate(form, answers, context))
  return here === undefined ? html`` : raw(renderForm(viewOf(form, answers, faults, context, here.id)))
}

function outcomePage(
  clerk: Clerk,
  reply: FastifyReply,
  chosen: readonly Chosen[],
  outcomes: readonly TaskOutcome[],
): Promise<FastifyReply> {
  const { request, tell, language } = clerk
  const references = new Map(chosen.map(({ id, detail }) => [id, detail.task.reference]))
  const failed = outcomes.flatMap(({ id, problem }) => (problem === undefined ? [] : [{ id, problem }]))
  return page(request, reply, {
    title: tell.bulk,
    active: 'desk',
    assets: DESK_ASSETS,
    main: html`<h1>${tell.bulk}</h1>
      <div class="notice notice-good" role="status"><p>${fill(tell.bulkDone, { count: outcomes.length - failed.length })}</p></div>
      ${
        failed.length > 0 &&
        html`<div class="notice notice-bad" role="alert">
          <p>${fill(tell.bulkFailed, { count: failed.length })}</p>
          <ul>
            ${failed.map(
              ({ id, problem }) =>
                html`<li><a href="${URLS.deskTask(id)}">${bdi(references.get(id))}</a>: ${titleOf(problem)[language]}</li>`,
            )}
          </ul>
        </div>`
      }
      <p><a class="button" href="${URLS.desk()}">${tell.toInbox}</a></p>`,
  })
}
