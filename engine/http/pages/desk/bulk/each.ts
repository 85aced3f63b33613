/**
 * The last page before several tasks are decided: the decision read over, and for each task what must be its own: the long texts
 * the form asks for, filled with what was written for all; where it asks for none, a reason for the record.
 */
import type { FastifyReply } from 'fastify'
import type { TaskDecision } from '../../../../commands/complete-tasks.ts'
import { LONGEST_NOTE } from '../../../../commands/notes.ts'
import type { JsonObject } from '../../../../core/json.ts'
import { evaluate } from '../../../../../forms/evaluate.ts'
import type { Field } from '../../../../../forms/form.ts'
import { summaryOf } from '../../../../../forms/summary.ts'
import { csrfField } from '../../frame/csrf.ts'
import { field } from '../../frame/form-body.ts'
import { fill, html, type Html } from '../../frame/html.ts'
import { page } from '../../frame/page.ts'
import { URLS } from '../../urls.ts'
import type { Filled } from '../answer-form.ts'
import { line } from '../application/line.ts'
import { DESK_ASSETS, type Clerk } from '../clerk.ts'
import { mayBeDecided, notDecided, type Chosen } from './chosen.ts'

/** The same decision for all. */
export interface Shared {
  readonly filled: Filled | undefined
  readonly answers: JsonObject
}

interface Own {
  /** Its name in the form of the page: "own <place> <task>", "own  <task>" for the reason that no form asks for. */
  readonly name: string
  readonly place: string
  readonly label: string
  readonly value: string
  readonly longest: number
  readonly isNeeded: boolean
}

/** Long texts of the first level that are asked now, and whether they must be answered: what was written for all stands until it is changed. */
function ownTexts({ filled, answers }: Shared): readonly { readonly asked: Field; readonly isNeeded: boolean }[] {
  if (!filled) return []
  const { fields } = evaluate(filled.form, filled.answers, filled.context)
  return filled.form.top.flatMap((asked) => {
    const state = fields.get(asked.place)
    if (asked.kind !== 'longText' || state?.visible !== true || state.readonly) return []
    return [{ asked, isNeeded: state.required || answers[asked.place.slice(1)] !== undefined }]
  })
}

function ownOf({ tell, language, request }: Clerk, shared: Shared, id: string): readonly Own[] {
  const isSent = field(request.body, 'stage') === 'each'
  const posted = (name: string, before: unknown): string =>
    isSent ? field(request.body, name) : typeof before === 'string' ? before : ''
  const texts = ownTexts(shared).map(({ asked: { place, text, schema }, isNeeded }) => {
    const name = `own ${place} ${id}`
    const most = typeof schema['maxLength'] === 'number' ? schema['maxLength'] : LONGEST_NOTE
    const value = posted(name, shared.answers[place.slice(1)])
    return { name, place, label: text.label[language], value, longest: Math.min(most, LONGEST_NOTE), isNeeded }
  })
  if (texts.some(({ isNeeded }) => isNeeded)) return texts
  const name = `own  ${id}`
  const reason = { label: tell.bulkReason, value: posted(name, ''), longest: LONGEST_NOTE, isNeeded: true }
  return [...texts, { name, place: '', ...reason }]
}

/** What is decided of each; undefined where something of its own is missing. */
export function decisionsIn(
  clerk: Clerk,
  chosen: readonly Chosen[],
  shared: Shared,
): readonly TaskDecision[] | undefined {
  const decisions = chosen.map(({ id }) => {
    const own = ownOf(clerk, shared, id)
    if (own.some(({ isNeeded, value }) => isNeeded && value.trim() === '')) return undefined
    const texts = own.filter(({ place, value }) => place !== '' && value.trim() !== '')
    const reason = own.find(({ place }) => place === '') ?? own.find(({ isNeeded }) => isNeeded)
    return {
      id,
      answers: { ...shared.answers, ...Object.fromEntries(texts.map(({ place, value }) => [place.slice(1), value])) },
      reason: reason?.value ?? '',
    }
  })
  const whole = decisions.filter((one) => one !== undefined)
  return whole.length === decisions.length ? whole : undefined
}

export function eachPage(
  clerk: Clerk,
  reply: FastifyReply,
  chosen: readonly Chosen[],
  shared: Shared,
): Promise<FastifyReply> {
  const { request, say, tell } = clerk
  const open = chosen.filter(mayBeDecided)
  const isFaulty = field(request.body, 'stage') === 'each' && field(request.body, 'action') === 'submit'
  return page(request, reply, {
    title: tell.bulk,
    active: 'desk',
    assets: DESK_ASSETS,
    faulty: isFaulty,
    ...(isFaulty ? { status: 422 } : {}),
    main: html`<p class="hint"><a href="${URLS.desk()}">${say.toInbox}</a></p>
      <h1>${tell.bulk}</h1>
      ${isFaulty && html`<div class="notice notice-bad" role="alert"><p><a href="#${missingIn(clerk, open, shared)}">${tell.bulkMissing}</a></p></div>`}
      ${notDecided(clerk, chosen)} ${summaryHtml(clerk, shared)}
      <form method="post" action="${URLS.deskBulk()}" novalidate>
        ${csrfField(request)}${open.map(({ id }) => html`<input type="hidden" name="task" value="${id}" />`)}
        <input type="hidden" name="stage" value="each" />
        <input type="hidden" name="so-far" value="${JSON.stringify(shared.answers)}" />
        <p>${tell.bulkEach}</p>
        ${open.map((one, index) => eachHtml(clerk, shared, one, index))}
        <div class="row actions">
          <button class="button" name="action" value="submit">${tell.decide}</button>
          ${shared.filled && html`<button class="button button-quiet" name="action" value="back">${tell.back}</button>`}
        </div>
      </form>`,
  })
}

function summaryHtml({ tell }: Clerk, { filled }: Shared): Html {
  if (!filled) return html``
  const rows = summaryOf(filled.form, filled.answers, filled.context).flatMap((part) => part.rows)
  return html`<section class="panel" aria-labelledby="decision">
    <h2 id="decision">${tell.bulkDecision}</h2>
    <dl class="summary">${rows.filter(({ answered }) => answered).map(({ label, answer }) => line(label, html`<bdi>${answer}</bdi>`))}</dl>
  </section>`
}

function eachHtml(clerk: Clerk, shared: Shared, { id, detail: { task } }: Chosen, index: number): Html {
  const { request } = clerk
  const isTried = field(request.body, 'stage') === 'each' && field(request.body, 'action') === 'submit'
  return html`${ownOf(clerk, shared, id).map(({ name, label, value, longest, isNeeded }, own) => {
    const isMissing = isTried && isNeeded && value.trim() === ''
    return html`<div class="field ${isMissing && 'field-error'}">
      <label class="label" for="own-${index}-${own}">${fill(clerk.tell.bulkOwn, { label, reference: task.reference })}</label>
      ${isMissing && html`<p class="error" id="own-${index}-${own}-error">${clerk.tell.bulkNeeded}</p>`}
      <textarea class="input" id="own-${index}-${own}" name="${name}" rows="2" ${isNeeded && html`required`} maxlength="${longest}" dir="auto" ${isMissing && html`aria-invalid="true" aria-describedby="own-${index}-${own}-error"`}>${value}</textarea>
    </div>`
  })}`
}

/** The first box in which something is missing. */
function missingIn(clerk: Clerk, chosen: readonly Chosen[], shared: Shared): string {
  const boxes = chosen.flatMap(({ id }, index) =>
    ownOf(clerk, shared, id).map((own, at) => ({ ...own, box: `own-${index}-${at}` })),
  )
  return boxes.find(({ isNeeded, value }) => isNeeded && value.trim() === '')?.box ?? 'own-0-0'
}
