/** Where a page says that what is typed in it was kept, and what it says when somebody else was faster. */
import type { FastifyReply } from 'fastify'
import type { CompiledForm, FormContext } from '../../../../../forms/form.ts'
import { answersOn } from '../../../../../forms/pages.ts'
import { answerAt, lies } from '../../../../../forms/place.ts'
import { summaryOf } from '../../../../../forms/summary.ts'
import type { JsonObject } from '../../../../core/json.ts'
import type { Language } from '../../../../core/text.ts'
import { hour } from '../../frame/dates.ts'
import { bdi, html, type Html } from '../../frame/html.ts'
import { wordsIn } from '../../frame/language.ts'
import { URLS } from '../../urls.ts'
import { standingField } from './standing.ts'
import { SAVING_WORDS, SPOKEN } from './words.ts'

export interface Saving {
  /** Where what is typed is sent in the background. */
  readonly address: string
  /** Of what is saved. */
  readonly standing: string
  readonly language: Language
}

/** Stands inside a form; empty until its script has something to say. */
export function savingLine({ address, standing, language }: Saving): Html {
  const say = wordsIn(SAVING_WORDS, language)
  const words = Object.fromEntries(SPOKEN.map((name) => [name, say[name]]))
  return html`${standingField(standing)}
    <div class="saving" data-saving="${address}" data-sign-in="${URLS.signIn()}" data-words="${JSON.stringify(words)}">
      <p class="hint" role="status" data-saving-state></p>
      <div class="row" data-saving-ways></div>
    </div>`
}

/** The answer to what was sent in the background. */
export const savedReply = (reply: FastifyReply, at: number, language: Language, standing: string): FastifyReply =>
  reply.send({ at: hour(at, language), standing })

export const overtakenReply = (reply: FastifyReply, standing: string): FastifyReply =>
  reply.code(409).send({ overtaken: true, standing })

export interface Overtaken {
  readonly form: CompiledForm
  readonly page: string
  readonly saved: JsonObject
  readonly typed: JsonObject
  readonly context: FormContext
  /** The page with what is saved. */
  readonly address: string
}

/** Stands above a form that came too late: how the answers stand that it would have written over. */
export function overtakenNotice({ form, page, saved, typed, context, address }: Overtaken): Html {
  const say = wordsIn(SAVING_WORDS, context.language)
  const changed = Object.entries(answersOn(form, page, saved))
    .filter(([place, value]) => JSON.stringify(value) !== JSON.stringify(answerAt(typed, place) ?? null))
    .map(([place]) => place)
  const rows = summaryOf(form, saved, context)
    .flatMap((part) => part.rows)
    .filter((row) => changed.some((place) => lies(place, row.place)))
  return html`<div class="notice notice-warn" role="alert" tabindex="-1">
    <h2>${say.overtakenTitle}</h2>
    <p>${say.overtakenHere}</p>
    ${
      rows.length > 0 &&
      html`<h3>${say.savedNow}</h3>
        <dl class="summary">
          ${rows.map(
            ({ label, answer, within }) =>
              html`<div>
                <dt>${within !== undefined && html`${within}: `}${label}</dt>
                <dd>${bdi(answer)}</dd>
              </div>`,
          )}
        </dl>`
    }
    <p><a href="${address}">${say.openSaved}</a></p>
  </div>`
}
