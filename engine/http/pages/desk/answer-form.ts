/** A form as it is filled in on a page of the desk: read from what was posted, judged, drawn again. */
import type { FastifyRequest } from 'fastify'
import { isJsonObject, type JsonObject } from '../../../core/json.ts'
import { actionOf, afterAction, type Action } from '../../../../forms/actions.ts'
import { decode } from '../../../../forms/decode.ts'
import { evaluate } from '../../../../forms/evaluate.ts'
import { faultsAt, type Filed, putFiles } from '../../../../forms/files.ts'
import { liveData } from '../../../../forms/browser/live-data.ts'
import type { Fault } from '../../../../forms/fault.ts'
import type { CompiledForm, FormContext } from '../../../../forms/form.ts'
import { renderForm } from '../../../../forms/html/render.ts'
import { pageAfter, pageBefore, pageOf, pagesWith, unseenOn } from '../../../../forms/pages.ts'
import { validate } from '../../../../forms/validate.ts'
import { viewOf } from '../../../../forms/view.ts'
import { formAround, withFiles } from '../frame/form.ts'
import { field, type FormBody } from '../frame/form-body.ts'
import { html, raw, type Html, type Part } from '../frame/html.ts'
import { faultsOf } from '../frame/uploads.ts'
import { timeZone, type Clerk } from './clerk.ts'
import { withOffers, type Asker } from '../../../commands/offers.ts'

export function contextOf({ language, engine }: Clerk, variables: JsonObject, task?: string): FormContext {
  const now = engine.deps.clock.now()
  return { language, variables, now, timeZone, by: 'staff', ...(task === undefined ? {} : { task }) }
}

export interface Filled {
  readonly form: CompiledForm
  readonly context: FormContext
  /** As typed. */
  readonly answers: JsonObject
  readonly page?: string | undefined
  readonly faults?: readonly Fault[]
}

/** A form as it came: its texts, the files that were chosen in it, and those that were not taken. */
export interface Sent {
  readonly body: FormBody
  readonly givenFiles: FastifyRequest['givenFiles']
  readonly fileRefusals: FastifyRequest['fileRefusals']
}

export const sentIn = ({ request: { body, givenFiles, fileRefusals } }: Clerk): Sent => ({
  body: (body ?? {}) as FormBody,
  givenFiles,
  fileRefusals,
})

export const answersIn = (filled: Filled, sent: Sent): JsonObject => filedIn(filled, sent).answers

const filedIn = ({ form, context, answers }: Filled, { body, givenFiles }: Sent): Filed =>
  putFiles(form, decode(form, body, context, answers), givenFiles, context)

/** With what was typed into it before the session ran out, on the page where that stood. */
export const asTyped = (saved: Filled, typed: Sent): Filled => ({
  ...saved,
  answers: answersIn(saved, typed),
  page: field(typed.body, 'page') || undefined,
})

/** What a post makes of it: go on filling in, with what is wrong so far; or all is answered, and these are the answers that count. */
export type Step =
  | { readonly kind: 'fill'; readonly filled: Filled; readonly action: Action }
  | { readonly kind: 'answered'; readonly answers: JsonObject; readonly filled: Filled }

export function stepOf(before: Filled, sent: Sent): Step {
  const { form, context } = before
  const { body } = sent
  const posted = field(body, 'action')
  const action = actionOf(posted === '' ? undefined : posted)
  const filed = filedIn(before, sent)
  const answers = afterAction(form, filed.answers, action, context)
  const evaluation = evaluate(form, answers, context)
  const here = pageOf(form, field(body, 'page') || undefined, evaluation)?.id
  const filled = { form, context, answers }
  const go = (page: string | undefined, faults?: readonly Fault[]): Step => ({
    kind: 'fill',
    action,
    filled: { ...filled, page, ...(faults && { faults }) },
  })
  const unfit = action.kind === 'upload' ? faultsAt(form, answers, sent.givenFiles, context) : []
  const unfiled = [...faultsOf(sent.fileRefusals), ...filed.faults, ...unfit]
  if (unfiled.length > 0) return go(here, unfiled)
  if (here === undefined) return { kind: 'answered', answers: evaluation.answers, filled }
  if (action.kind === 'back') return go(pageBefore(form, here, evaluation)?.id ?? here)
  if (action.kind === 'go') return go(action.page)
  if (action.kind === 'save' || STAYING.has(action.kind)) return go(here)
  const next = pageAfter(form, here, evaluation)
  const isUnseen = unseenOn(form, here, body, evaluation).length > 0
  if (isUnseen) return go(here, [])
  if (action.kind === 'next' && next) {
    const faults = validate(form, answers, context, here)
    return faults.length > 0 ? go(here, faults) : go(next.id)
  }
  const faults = validate(form, answers, context)
  const [first] = faults
  if (first === undefined) return { kind: 'answered', answers: evaluation.answers, filled }
  return go(pagesWith(form, first.place).find((id) => evaluation.pages.has(id)) ?? here, faults)
}

/** What travels with the page, where nothing is kept before it is sent. */
export function answersSoFar(body: FormBody): JsonObject {
  try {
    const read: unknown = JSON.parse(field(body, 'so-far'))
    return isJsonObject(read) ? read : {}
  } catch {
    return {}
  }
}

const STAYING: ReadonlySet<Action['kind']> = new Set(['add', 'remove', 'upload', 'refresh'])

/** Also with what registers offer to choose from, as the answers stand, those just sent included. */
export async function withChoices({ engine }: Clerk, asker: Asker, filled: Filled, sent?: Sent): Promise<Filled> {
  const { form, context } = filled
  const action = sent && actionOf(field(sent.body, 'action') || undefined)
  const again = action?.kind === 'refresh' ? action.place : undefined
  const answers = sent ? answersIn(filled, sent) : filled.answers
  return { ...filled, context: await withOffers(engine.deps, asker, form, answers, context, again) }
}

/** The questions of the page it stands at, and the buttons under them; the page's own token and what else it sends come first. @param isKept whether a draft can be saved */
/** @param above stands over the questions: behind the button that Enter presses, which is the first of the form */
export function formHtml(clerk: Clerk, filled: Filled, submit: string, isKept = true, above: Part = ''): Html {
  const { say } = clerk
  const { form, answers, context, faults = [] } = filled
  const evaluation = evaluate(form, answers, context)
  const here = pageOf(form, filled.page, evaluation)
  if (here === undefined) return html`<p>${say.noForm}</p><div class="row">${button('submit', submit)}</div>`
  const isLast = pageAfter(form, here.id, evaluation) === undefined
  const isFirst = pageBefore(form, here.id, evaluation) === undefined
  const forward = isLast ? 'submit' : 'next'
  const shown = faults.filter(({ place }) => place === '' || pagesWith(form, place).includes(here.id))
  return html`<input type="hidden" name="page" value="${here.id}" />
    <button class="visually-hidden" name="action" value="${forward}" tabindex="-1" aria-hidden="true"></button>
    ${above} ${raw(renderForm(viewOf(form, answers, shown, context, here.id), liveData(form, answers, context, here.id)))}
    <div class="row actions">
      ${button(forward, isLast ? submit : say.next)} ${!isFirst && button('back', say.back, 'button-quiet')}
      ${isKept && button('save', say.saveDraft, 'button-quiet')}
    </div>`
}

const asksFiles = ({ form, answers, context }: Filled): boolean =>
  [...evaluate(form, answers, context).fields.values()].some(
    ({ field: { kind } }) => kind === 'file' || kind === 'files',
  )

/** @param attributes beside method and action */
export const formOf = (
  { request }: Clerk,
  address: string,
  filled: Filled | undefined,
  attributes: Html,
  inside: Html,
): Html => formAround(request, { address, asksFiles: filled !== undefined && asksFiles(filled), attributes, inside })

export const withKnownFiles = async ({ engine, actor }: Clerk, filled: Filled): Promise<Filled> => ({
  ...filled,
  context: await withFiles(engine, actor, filled.form, filled.answers, filled.context),
})

const button = (action: string, label: string, look = ''): Html =>
  html`<button class="button ${look}" name="action" value="${action}">${label}</button>`
