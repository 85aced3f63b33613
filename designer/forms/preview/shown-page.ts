/** A page of the form that is being built, drawn by the very code that draws it for citizens and clerks. */
import type { JsonObject } from '../../../engine/core/json.ts'
import { compileForm } from '../../../forms/compile.ts'
import type { CompiledForm, FormContext } from '../../../forms/form.ts'
import type { Fault } from '../../../forms/fault.ts'
import { renderForm } from '../../../forms/html/render.ts'
import { validate } from '../../../forms/validate.ts'
import { viewOf } from '../../../forms/view.ts'
import { withSamples } from './known-there.ts'
import { type FormJson, sourceOf } from '../model/form-file.ts'

export type ShownPage =
  | {
      readonly kind: 'page'
      readonly form: CompiledForm
      readonly html: string
      readonly page: string
      readonly number: number
      readonly count: number
    }
  | { readonly kind: 'broken'; readonly reason: string }

export interface Asked {
  readonly answers: JsonObject
  readonly context: FormContext
  readonly page?: string
  /** Every fault of the page is shown, as after the button. */
  readonly errors: boolean
  /** Of files that were not taken. */
  readonly faults?: readonly Fault[]
}

/** A form that is half written may have an expression that cannot be read: it is said, not thrown. */
export function shownPage(
  id: string,
  json: FormJson,
  { answers, context: known, page, errors, faults = [] }: Asked,
): ShownPage {
  try {
    const form = compileForm(sourceOf(id, json))
    const context = withSamples(form, answers, known)
    const judged = errors ? validate(form, answers, context, page) : []
    const all = [...faults, ...judged.filter((it) => !faults.some(({ place }) => place === it.place))]
    const view = viewOf(form, answers, all, context, page)
    const { number, count } = view.page
    return { kind: 'page', form, html: renderForm(view), page: view.page.id, number, count }
  } catch (error) {
    return { kind: 'broken', reason: error instanceof Error ? error.message : String(error) }
  }
}
