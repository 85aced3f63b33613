/** A form on pages, one after the other: what both applying and answering a task do with what was posted. */
import { actionOf, afterAction, type Action } from '../../../../forms/actions.ts'
import { liveData } from '../../../../forms/browser/live-data.ts'
import { decode } from '../../../../forms/decode.ts'
import { evaluate } from '../../../../forms/evaluate.ts'
import type { Fault } from '../../../../forms/fault.ts'
import type { CompiledForm, FormContext } from '../../../../forms/form.ts'
import { renderForm } from '../../../../forms/html/render.ts'
import { pageAfter, pageBefore, pageOf, unseenOn } from '../../../../forms/pages.ts'
import { validate } from '../../../../forms/validate.ts'
import { idOf, viewOf } from '../../../../forms/view.ts'
import type { JsonObject } from '../../../core/json.ts'
import type { FastifyRequest } from 'fastify'
import { faultsAt, putFiles } from '../../../../forms/files.ts'
import type { FormBody } from '../frame/form-body.ts'
import { raw, type Html } from '../frame/html.ts'
import { faultsOf } from '../frame/uploads.ts'

/** Where a post leads. */
export type Step =
  /** To be corrected on the same page first. */
  | { readonly kind: 'faulty'; readonly page: string; readonly faults: readonly Fault[] }
  | { readonly kind: 'page'; readonly page: string; readonly target?: string }
  /** Past the last page, or sent off. */
  | { readonly kind: 'end' }
  | { readonly kind: 'saved' }

export interface Posted {
  readonly answers: JsonObject
  readonly step: Step
}

/** A form as it came: its texts, and the files that were chosen in it. */
export type Sent = Pick<FastifyRequest, 'givenFiles' | 'fileRefusals'> & { readonly body: FormBody }

export function posted(form: CompiledForm, sent: Sent, before: JsonObject, context: FormContext): Posted {
  const { body, givenFiles, fileRefusals } = sent
  const action = actionOf(body['action'])
  const read = decode(form, body, context, before)
  const filed = putFiles(form, read, givenFiles, context)
  const answers = afterAction(form, filed.answers, action, context)
  const evaluation = evaluate(form, answers, context)
  const current = pageOf(form, textOf(body['page']), evaluation)?.id ?? '1'
  const [appeared] = action.kind === 'next' ? unseenOn(form, current, body, evaluation) : []
  const unfit = action.kind === 'upload' ? faultsAt(form, answers, givenFiles, context) : []
  const faults = [...faultsOf(fileRefusals), ...filed.faults, ...unfit]
  if (faults.length > 0) return { answers, step: { kind: 'faulty', page: current, faults } }
  if (appeared !== undefined) return { answers, step: { kind: 'page', page: current, target: idOf(appeared) } }
  return { answers, step: stepOf(form, answers, context, action, current) }
}

function stepOf(form: CompiledForm, answers: JsonObject, context: FormContext, action: Action, page: string): Step {
  const evaluation = evaluate(form, answers, context)
  if (action.kind === 'save') return { kind: 'saved' }
  if (action.kind === 'back') return { kind: 'page', page: pageBefore(form, page, evaluation)?.id ?? page }
  if (action.kind === 'go') return { kind: 'page', page: action.page }
  if (action.kind === 'add' || action.kind === 'remove' || action.kind === 'upload' || action.kind === 'refresh')
    return { kind: 'page', page, target: idOf(listOf(action.place, action.kind)) }
  const faults = validate(form, answers, context, page)
  if (faults.length > 0) return { kind: 'faulty', page, faults }
  const next = pageAfter(form, page, evaluation)
  return next ? { kind: 'page', page: next.id } : { kind: 'end' }
}

const listOf = (place: string, kind: 'add' | 'remove' | 'upload' | 'refresh'): string =>
  kind === 'remove' ? place.slice(0, place.lastIndexOf('/')) : place

/** The question whose register is to be asked anew. */
export function askedAgain(pressed: FormBody[string] | undefined): string | undefined {
  const action = actionOf(pressed)
  return action.kind === 'refresh' ? action.place : undefined
}

export const textOf = (value: FormBody[string] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.[0]

export interface Shown {
  /** Of the page. */
  readonly id: string
  readonly title: string
  /** Of the page itself, where it has one. */
  readonly label?: string
  readonly number: number
  readonly count: number
  /** The form itself, without its buttons. */
  readonly markup: Html
  readonly asksFiles: boolean
}

export function shown(
  form: CompiledForm,
  answers: JsonObject,
  context: FormContext,
  page: string | undefined,
  faults: readonly Fault[] = [],
): Shown {
  const view = viewOf(form, answers, faults, context, page)
  const { title, asksFiles } = view
  const { id, label, number, count } = view.page
  const markup = raw(renderForm(view, liveData(form, answers, context, view.page.id)))
  return { id, title, number, count, asksFiles, markup, ...(label !== undefined && { label }) }
}
