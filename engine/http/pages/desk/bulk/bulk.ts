/** Deciding several tasks of one step at once: one decision, page by page; then what each task must have of its own; then what became of each. */
import type { FastifyReply } from 'fastify'
import type { TaskOutcome } from '../../../../commands/complete-tasks.ts'
import { bilingual } from '../../../../core/bilingual.ts'
import { opening } from '../../../../../forms/opening.ts'
import { orThrow } from '../../../api/context.ts'
import { titleOf } from '../../../problem-text.ts'
import { field, type FormBody } from '../../frame/form-body.ts'
import { bdi, fill, html, type Html } from '../../frame/html.ts'
import { page } from '../../frame/page.ts'
import { URLS } from '../../urls.ts'
import { answersSoFar, formHtml, formOf, sentIn, stepOf, withKnownFiles, type Filled } from '../answer-form.ts'
import { DESK_ASSETS, type Clerk } from '../clerk.ts'
import { chosenTasks, filledOf, isOneKind, mayBeDecided, notDecided, type Chosen } from './chosen.ts'
import { decisionsIn, eachPage, type Shared } from './each.ts'

export async function bulkPage(clerk: Clerk, reply: FastifyReply): Promise<FastifyReply> {
  const chosen = await chosenTasks(clerk, clerk.request.query)
  const open = chosen.filter(mayBeDecided)
  const [first] = open
  if (first === undefined || !isOneKind(open)) return refused(clerk, reply, chosen)
  const filled = filledOf(clerk, first.detail, {})
  const begun = filled && { ...filled, answers: opening(filled.form, filled.context) }
  return begun
    ? sharedPage(clerk, reply, chosen, begun)
    : eachPage(clerk, reply, chosen, { filled: undefined, answers: {} })
}

export async function postBulk(clerk: Clerk, reply: FastifyReply): Promise<FastifyReply> {
  const { request, engine, actor } = clerk
  const body = (request.body ?? {}) as FormBody
  const chosen = await chosenTasks(clerk, body)
  const [first] = chosen
  if (first === undefined || !isOneKind(chosen)) return refused(clerk, reply, chosen)
  const before = filledOf(clerk, first.detail, answersSoFar(body))
  if (field(body, 'stage') !== 'each') return postShared(clerk, reply, chosen, before)
  const shared = { filled: before, answers: before?.answers ?? {} }
  if (field(body, 'action') === 'back' && before) return sharedPage(clerk, reply, chosen, before)
  const decisions = decisionsIn(clerk, chosen, shared)
  if (decisions === undefined) return eachPage(clerk, reply, chosen, shared)
  return outcomePage(clerk, reply, chosen, orThrow(await engine.completeTasks(actor, decisions)))
}

function postShared(
  clerk: Clerk,
  reply: FastifyReply,
  chosen: readonly Chosen[],
  before: Filled | undefined,
): Promise<FastifyReply> {
  const step = before && stepOf(before, sentIn(clerk))
  if (step?.kind === 'fill') return sharedPage(clerk, reply, chosen, step.filled)
  const shared: Shared = { filled: step?.filled, answers: step?.answers ?? {} }
  return eachPage(clerk, reply, chosen, shared)
}

/** Nothing was chosen, or what does not go together. */
function refused(clerk: Clerk, reply: FastifyReply, chosen: readonly Chosen[]): Promise<FastifyReply> {
  const { tell } = clerk
  const isMixed = chosen.filter(mayBeDecided).length > 0
  return bulk(
    clerk,
    reply,
    html`${notDecided(clerk, chosen)}
      ${isMixed ? html`<div class="notice notice-warn"><p>${tell.bulkMixed}</p></div>` : html`<p>${tell.bulkChoose}</p>`}`,
  )
}

async function sharedPage(
  clerk: Clerk,
  reply: FastifyReply,
  chosen: readonly Chosen[],
  begun: Filled,
): Promise<FastifyReply> {
  const { tell, language } = clerk
  const filled = await withKnownFiles(clerk, begun)
  const open = chosen.filter(mayBeDecided)
  const name = open[0] && bilingual(open[0].detail.task.name)[language]
  return bulk(
    clerk,
    reply,
    html`<p>${tell.bulkHint}</p>
      ${notDecided(clerk, chosen)}
      <p><strong>${name}</strong>: ${open.map(({ detail: { task } }, index) => html`${index > 0 && (language === 'ar' ? '، ' : ', ')}${bdi(task.reference)}`)}</p>
      ${formOf(
        clerk,
        URLS.deskBulk(),
        filled,
        html`class="panel" aria-labelledby="decision"`,
        html`<h2 id="decision">${tell.bulkDecision}</h2>
          ${open.map(({ id }) => html`<input type="hidden" name="task" value="${id}" />`)}
          <input type="hidden" name="so-far" value="${JSON.stringify(filled.answers)}" />
          ${formHtml(clerk, filled, tell.next, false)}`,
      )}`,
    (filled.faults ?? []).length > 0,
  )
}

function outcomePage(
  clerk: Clerk,
  reply: FastifyReply,
  chosen: readonly Chosen[],
  outcomes: readonly TaskOutcome[],
): Promise<FastifyReply> {
  const { tell, language } = clerk
  const references = new Map(chosen.map(({ id, detail }) => [id, detail.task.reference]))
  const failed = outcomes.flatMap(({ id, problem }) => (problem === undefined ? [] : [{ id, problem }]))
  return bulk(
    clerk,
    reply,
    html`<div class="notice notice-good" role="status"><p>${fill(tell.bulkDone, { count: outcomes.length - failed.length })}</p></div>
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
  )
}

function bulk(clerk: Clerk, reply: FastifyReply, inside: Html, faulty = false): Promise<FastifyReply> {
  const { request, say, tell } = clerk
  return page(request, reply, {
    title: tell.bulk,
    active: 'desk',
    assets: DESK_ASSETS,
    faulty,
    ...(faulty ? { status: 422 } : {}),
    main: html`<p class="hint"><a href="${URLS.desk()}">${say.toInbox}</a></p>
      <h1>${tell.bulk}</h1>
      ${inside}`,
  })
}
