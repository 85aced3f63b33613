/**
 * Draws a page of a form as HTML: all that stands between <form> and its buttons. Whatever a person or an author wrote is escaped.
 * Only the runtime of Handlebars is used; a bundle for browsers puts "handlebars/runtime" in its place.
 */
import Handlebars from 'handlebars'
import type { LiveData } from '../browser/live-data.ts'
import type { FormView } from '../view.ts'
import { partials } from './partials.js'

const drawing = Handlebars.create()
for (const [name, partial] of Object.entries(partials)) drawing.registerPartial(name, drawing.template(partial))

/** @param live what `browser/live.ts` needs; absent: the page has no script, or nothing to change by itself */
export function renderForm(view: FormView, live?: LiveData): string {
  const form = drawing.partials['form'] as HandlebarsTemplateDelegate<FormView & { readonly live?: string }>
  return form(live === undefined ? view : { ...view, live: JSON.stringify(live) })
}
