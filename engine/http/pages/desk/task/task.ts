/** One task: who has it and until when, its form, and the whole application beside it. */
import type { FastifyReply } from 'fastify'
import { bilingual } from '../../../../core/bilingual.ts'
import { globalId } from '../../../../core/ids.ts'
import type { InstanceState } from '../../../../core/instance.ts'
import type { Problem } from '../../../../core/problem.ts'
import { standsIn } from '../../../../core/policy/access.ts'
import { compiledForm } from '../../../../commands/services.ts'
import type { TaskDetail } from '../../../../commands/tasks.ts'
import type { Followed } from '../../../../commands/timeline.ts'
import { opening } from '../../../../../forms/opening.ts'
import { orThrow } from '../../../api/context.ts'
import { STATUS } from '../../../problem.ts'
import { titleOf } from '../../../problem-text.ts'
import { csrfField } from '../../frame/csrf.ts'
import { moment } from '../../frame/dates.ts'
import { bdi, fill, html, type Html } from '../../frame/html.ts'
import { page } from '../../frame/page.ts'
import { typedBefore } from '../../frame/typed.ts'
import { typedNotice } from '../../frame/typed-notice.ts'
import { URLS } from '../../urls.ts'
import { askerOf } from '../../../../commands/offers.ts'
import { asTyped, formOf, formHtml, withChoices, withKnownFiles, type Filled } from '../answer-form.ts'
import { besideHtml } from '../application/beside.ts'
import { turning, type Part } from '../application/turn.ts'
import { DESK_ASSETS, namesOf, serviceTitle, type Clerk } from '../clerk.ts'
import { dueTag } from '../inbox/due.ts'
import { articlesHtml, lawHtml } from './law.ts'
import { outcomeButtons } from './outcome.ts'
import { colleagueForm } from './reassign.ts'

export interface TaskView {
  readonly id: string
  readonly part: Part
  /** How far its form is filled in, where that is not what was saved. */
  readonly filled?: Filled
  /** Why what was asked was refused. */
  readonly problem?: Problem
}

export async function taskPage(clerk: Clerk, reply: FastifyReply, view: TaskView): Promise<FastifyReply> {
  const { engine, actor, request, say, language } = clerk
  const detail = orThrow(await engine.getTask(actor, view.id))
  const followed = orThrow(await engine.followInstance(actor, detail.task.instance))
  const { task } = detail
  const here = URLS.deskTask(view.id)
  const title = bilingual(task.name)[language]
  const faulty = view.problem !== undefined || (view.filled?.faults ?? []).length > 0
  return page(request, reply, {
    title: `${title} ${task.reference}`,
    active: 'desk',
    wide: true,
    assets: DESK_ASSETS,
    faulty,
    ...(view.problem ? { status: STATUS[view.problem.kind] } : faulty ? { status: 422 } : {}),
    main: html`<div data-page="task" data-keys="${clerk.hasKeys ? 'on' : 'off'}" data-events="${URLS.deskEvents()}" data-task="${view.id}" data-help="${URLS.deskShortcuts()}" data-inbox="${URLS.desk()}">
      ${await headHtml(clerk, detail, followed.detail.state)}
      ${view.problem && problemHtml(clerk, view.problem)}
      <p class="notice notice-warn" hidden data-news><span role="status">${say.elsewhere}</span> <a href="${here}">${say.reload}</a></p>
      <div class="work">
        <section class="doing" aria-labelledby="task-name">${await workHtml(clerk, detail, view, followed)}</section>
        ${await besideHtml(clerk, followed, view.part, turning(here, isFilling(clerk, detail)))}
      </div>
    </div>`,
  })
}

const problemHtml = ({ language }: Clerk, problem: Problem): Html =>
  html`<div class="notice notice-bad" role="alert"><p>${titleOf(problem)[language]}</p></div>`

/** Stays in sight: what it is, until when, who has it, what can be done. */
async function headHtml(clerk: Clerk, { task }: TaskDetail, state: InstanceState): Promise<Html> {
  const { say, language, engine } = clerk
  const now = engine.deps.clock.now()
  return html`<header class="task-head">
    <div class="task-title">
      <p class="hint"><a href="${URLS.desk()}">${say.toInbox}</a> · <a href="${URLS.deskApplication(task.reference)}">${bdi(task.reference)}</a> · ${await serviceTitle(clerk, task.program)}</p>
      <h1 id="task-name">${bilingual(task.name)[language]}</h1>
      ${await lawHtml(clerk, state)} ${await articlesHtml(clerk, task)}
    </div>
    <div class="row task-state">
      ${task.status === 'open' && dueTag(task.due, now, clerk)} ${await holderHtml(clerk, task.assignee)}
      ${await actionsHtml(clerk, task)}
    </div>
  </header>`
}

async function holderHtml(clerk: Clerk, assignee: TaskDetail['task']['assignee']): Promise<Html> {
  const { say, actor } = clerk
  if (assignee === undefined) return html`<span class="tag">${say.withNobody}</span>`
  if (assignee === actor.id) return html`<span class="tag tag-good">${say.withMe}</span>`
  const names = await namesOf(clerk, [assignee])
  return html`<span class="tag">${fill(say.withOther, { name: names.get(assignee) })}</span>`
}

async function actionsHtml({ say, request, actor, engine }: Clerk, task: TaskDetail['task']): Promise<Html> {
  if (task.status !== 'open') return html``
  const id = globalId(task.instance, task.id)
  const deputy = standsIn(
    actor,
    task,
    await engine.deps.store.delegations.principalsOf(actor.id, engine.deps.clock.now()),
  )
  const post = (action: 'claim' | 'release', label: string): Html =>
    html`<form method="post" action="${URLS.deskTaskAction(id, action)}" data-action="${action}">
      ${csrfField(request)}<button class="button ${action === 'release' ? 'button-quiet' : ''}">${label}</button>
    </form>`
  if (task.assignee === undefined || deputy) return post('claim', say.claim)
  return task.assignee === actor.id || actor.roles.includes('supervisor') ? post('release', say.release) : html``
}

/** Whether its form stands on the page: it is theirs, and they may complete it. */
const isFilling = ({ actor }: Clerk, { task, form, refused }: TaskDetail): boolean =>
  form !== undefined && task.status === 'open' && task.assignee === actor.id && refused === undefined

async function workHtml(
  clerk: Clerk,
  detail: TaskDetail,
  view: TaskView,
  { detail: { row, state } }: Followed,
): Promise<Html> {
  const { say, actor, language } = clerk
  const { task } = detail
  if (task.status !== 'open') return html`<p>${fill(say.closed, { moment: moment(task.closedAt ?? 0, language) })}</p>`
  const mine = task.assignee === actor.id
  const refused = detail.refused
  const explained =
    refused &&
    html`<div class="notice notice-warn"><p>${REFUSALS[refused.code] ? say[REFUSALS[refused.code] ?? 'notOffered'] : titleOf(refused)[language]}</p></div>`
  return html`${explained}
    ${!mine && !refused && html`<p class="hint">${say.takeFirst}</p>`}
    ${mine && !refused && (await taskForm(clerk, detail, view, view.id))}
    ${await colleagueForm(clerk, task, state, row)}`
}

const REFUSALS: Readonly<Record<string, 'fourEyes' | 'ownApplication' | 'assignedToOther' | 'notOffered'>> = {
  'task.four-eyes': 'fourEyes',
  'task.own-application': 'ownApplication',
  'task.assigned-to-other': 'assignedToOther',
  'task.not-offered': 'notOffered',
}

async function taskForm(clerk: Clerk, detail: TaskDetail, view: TaskView, id: string): Promise<Html> {
  const { say } = clerk
  const address = URLS.deskTask(id)
  const saved = filledOf(clerk, detail)
  const typed = view.filled === undefined ? await typedBefore(clerk.engine, clerk.request, address) : undefined
  const begun = view.filled ?? (saved && typed ? asTyped(saved, typed) : saved)
  const chosen = begun && (await withChoices(clerk, askerOf(detail.task), begun))
  const filled = chosen && (await withKnownFiles(clerk, chosen))
  const attributes = html`class="panel" id="task-form" data-draft="${URLS.deskTaskAction(id, 'draft')}"
  data-saved="${say.savedNow}" data-not-saved="${say.notSaved}"`
  const form = formOf(
    clerk,
    `${address}?part=${view.part}`,
    filled,
    attributes,
    html`${
      filled
        ? formHtml(clerk, filled, say.submit, true, outcomeButtons(filled.form, clerk))
        : html`<p>${say.noForm}</p>
              <button class="button" name="action" value="submit">${say.submit}</button>`
    }
      <p class="hint" role="status" data-draft-state></p>`,
  )
  return html`${typed && typedNotice(clerk.request, address)}${form}`
}

/** What was saved of its form, or what the form begins with; undefined where the task has none. */
export function filledOf({ language }: Clerk, { task, form, answering }: TaskDetail): Filled | undefined {
  if (!form) return undefined
  const compiled = compiledForm(form)
  const context = { ...answering, language }
  return { form: compiled, context, answers: task.draft ?? opening(compiled, context) }
}
