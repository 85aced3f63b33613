/**
 * Draws a page of a form as HTML: all that stands between <form> and its buttons. Whatever a person or an author wrote is escaped.
 * Only the runtime of Handlebars is used; a bundle for browsers puts "handlebars/runtime" in its place.
 */
import Handlebars from 'handlebars'
import type { FormView } from '../view.ts'
import { partials } from './partials.js'

const drawing = Handlebars.create()
for (const [name, partial] of Object.entries(partials)) drawing.registerPartial(name, drawing.template(partial))

export function renderForm(view: FormView): string {
  const form = drawing.partials['form'] as HandlebarsTemplateDelegate<FormView>
  return form(view)
}
