/** What registers offer to choose from, as the answers of a form stand: each question is asked of its register, unless it was a moment ago. */
import { asksRegisters, offerOf, type Asking, type Offer } from '../../forms/asking.ts'
import { evaluate } from '../../forms/evaluate.ts'
import type { CompiledForm, Field, FormContext } from '../../forms/form.ts'
import type { Place } from '../../forms/place.ts'
import type { JsonObject } from '../core/json.ts'
import { millisOf, type RegisterQuestion } from '../core/register.ts'
import type { TaskRow } from '../core/task.ts'
import type { EngineDeps } from '../deps.ts'

/** In whose name and for what it is asked. */
export type Asker = Pick<RegisterQuestion, 'agency' | 'program' | 'subject'>

/** Of a form of a task. */
export const askerOf = ({ agency, program, instance }: TaskRow): Asker => ({ agency, program, subject: instance })

/** More stand in no form that a person can fill in. */
const MOST_QUESTIONS = 20

/** @param again the question at this place is asked anew */
export async function withOffers<Context extends Omit<FormContext, 'language'>>(
  deps: EngineDeps,
  asker: Asker,
  form: CompiledForm,
  answers: JsonObject,
  context: Context,
  again?: Place,
): Promise<Context> {
  if (!asksRegisters(form)) return context
  const { fields } = evaluate(form, answers, { ...context, language: 'en' })
  const asked = [...fields]
    .flatMap(([place, { field, visible, readonly, asking }]) =>
      asking && asking.state !== 'waits' && visible && !readonly ? [{ place, field, asking }] : [],
    )
    .slice(0, MOST_QUESTIONS)
  const offers = await Promise.all(
    asked.map(async ({ place, field, asking }): Promise<readonly [string, Offer]> => [
      asking.question.key,
      await ask(deps, { ...asker, form: form.source.id }, field, asking, context, place === again),
    ]),
  )
  return { ...context, offers: { ...context.offers, ...Object.fromEntries(offers) } }
}

async function ask(
  { registers }: EngineDeps,
  asker: Asker & { readonly form: string },
  { call }: Field,
  { question }: Extract<Asking, { readonly question: unknown }>,
  context: Omit<FormContext, 'language'>,
  again: boolean,
): Promise<Offer> {
  if (call === undefined || registers === undefined) return { kind: 'failed' }
  const { service, path, query } = question
  const answer = await registers.ask({
    ...asker,
    service,
    query,
    again,
    ...(path === undefined ? {} : { path }),
    ...(call.keep === undefined ? {} : { keep: millisOf(call.keep) }),
  })
  return answer.kind === 'answered' ? offerOf(call, answer.reply, { ...context, language: 'en' }) : { kind: 'failed' }
}
