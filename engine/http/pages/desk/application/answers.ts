/** What was answered in an application: with it, and by whoever was asked since, the last first; each under its question. */
import type { Answered } from '../../../../core/answered.ts'
import { bilingual } from '../../../../core/bilingual.ts'
import { documentTitle } from '../../../../core/document.ts'
import type { JsonObject } from '../../../../core/json.ts'
import type { Form } from '../../../../core/package/form.ts'
import type { CheckedPackage } from '../../../../core/package/package.ts'
import type { InstanceDetail } from '../../../../commands/read-instance.ts'
import { compiledForm } from '../../../../commands/services.ts'
import { calendarFor } from '../../../../transition.ts'
import { summaryOf, type SummaryRow } from '../../../../../forms/summary.ts'
import { moment } from '../../frame/dates.ts'
import { bdi, html, type Html } from '../../frame/html.ts'
import { URLS } from '../../urls.ts'
import { contextOf } from '../answer-form.ts'
import { namesOf, type Clerk } from '../clerk.ts'

/** Of an application that many had to answer, the last ones are shown. */
const MOST = 30

export async function handedInHtml(clerk: Clerk, detail: InstanceDetail, variables: JsonObject): Promise<Html> {
  const { say, engine } = clerk
  const form = startFormOf(await engine.deps.definitions.packageOf(detail.row.program))
  if (!form) return html`<p class="hint">${say.noAnswers}</p>`
  return html`<h3>${say.answers}</h3>${await answersHtml(clerk, detail, { form, answers: variables })}`
}

function startFormOf(found: CheckedPackage | undefined): Form | undefined {
  const start = found?.workflow.start
  const name = start?.form ?? start?.choices?.find(({ form }) => form !== undefined)?.form
  return name === undefined ? undefined : found?.forms.get(name)
}

export async function sinceHtml(clerk: Clerk, detail: InstanceDetail, answered: readonly Answered[]): Promise<Html> {
  const { row } = detail
  const begun = startFormOf(await clerk.engine.deps.definitions.packageOf(row.program))
  const asked: { one: Answered; form: Form }[] = []
  for (const one of answered.toReversed()) {
    const form = await formOf(clerk, one)
    if (form && form !== begun && asked.length < MOST) asked.push({ one, form })
  }
  if (asked.length === 0) return html``
  const names = await namesOf(
    clerk,
    asked.map(({ one }) => one.by),
  )
  const parts = asked.map(async ({ one, form }) => {
    const { task, at, by, answers } = one
    const who = by === row.applicant ? clerk.say.applicant : by === undefined ? '' : (names.get(by) ?? by)
    return html`<section class="answered">
      <h4>${bilingual(task.name)[clerk.language]}</h4>
      <p class="hint">${bdi(who)} · ${moment(at, clerk.language)}</p>
      ${await answersHtml(clerk, detail, { form, answers, task: task.element })}
    </section>`
  })
  return html`<h3>${clerk.say.answeredSince}</h3>${await Promise.all(parts)}`
}

async function formOf({ engine }: Clerk, { task: { program, form } }: Answered): Promise<Form | undefined> {
  return form === undefined ? undefined : (await engine.deps.definitions.packageOf(program))?.forms.get(form)
}

interface Given {
  readonly form: Form
  readonly answers: JsonObject
  /** Whose form it is; absent: that of the application. */
  readonly task?: string
}

async function answersHtml(clerk: Clerk, detail: InstanceDetail, { form, answers, task }: Given): Promise<Html> {
  const { row, documents: files } = detail
  const days = await calendarFor(clerk.engine.deps, row.program, row.agency)
  const parts = summaryOf(compiledForm(form), answers, { ...contextOf(clerk, answers, task), days, files })
  return html`${parts.map(
    ({ title, rows }) =>
      html`${title !== undefined && html`<h4>${title}</h4>`}${rowsHtml(clerk, detail, rows, task === undefined)}`,
  )}`
}

/** @param all also what was not answered */
function rowsHtml(clerk: Clerk, detail: InstanceDetail, rows: readonly SummaryRow[], all: boolean): Html {
  const shown = rows.filter(({ answered, given }) => all || (answered && !given))
  const groups = Map.groupBy(shown, ({ within }) => within)
  return html`${[...groups].map(
    ([heading, inside]) =>
      html`${heading !== undefined && html`<h5>${heading}</h5>`}
        <dl class="summary">${inside.map((row) => rowHtml(clerk, detail, row))}</dl>`,
  )}`
}

function rowHtml({ say, language }: Clerk, { row, documents }: InstanceDetail, asked: SummaryRow): Html {
  const papers = documents.filter(({ digest }) => asked.files.includes(digest))
  const links = papers.map(
    ({ digest, name }) =>
      html`<a href="${URLS.deskApplication(row.reference)}?part=documents&paper=${digest}"><bdi>${documentTitle(name)[language]}</bdi></a> `,
  )
  const said = links.length > 0 ? html`${links}` : html`<bdi>${asked.answer}</bdi>`
  return html`<div>
    <dt>${asked.label}</dt>
    <dd>${asked.answered ? said : html`<span class="hint">${say.unanswered}</span>`}</dd>
  </div>`
}
