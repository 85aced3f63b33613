/** The record of a company's mandates, as its signatories read it. */
import type { FastifyRequest } from 'fastify'
import { humanNamed } from '../../../core/actor.ts'
import type { MandateEntry } from '../../../core/mandate.ts'
import type { Language } from '../../../core/text.ts'
import type { Engine } from '../../../engine.ts'
import { actorOfRequest, orThrow } from '../../api/context.ts'
import { moment } from '../frame/dates.ts'
import { bdi, fill, html, type Html } from '../frame/html.ts'
import { languageOfPage, wordsIn } from '../frame/language.ts'
import { URLS } from '../urls.ts'
import { ACTING_WORDS, ENTRY_WORDS, WRITER_WORDS } from './words.ts'

const AT_ONCE = 20

export async function recordHtml(
  engine: Engine,
  request: FastifyRequest,
  company: string,
  after: string | undefined,
): Promise<Html> {
  const language = languageOfPage(request)
  const say = wordsIn(ACTING_WORDS, language)
  const query = { company, limit: AT_ONCE, ...(after === undefined ? {} : { after }) }
  const { items, next } = orThrow(await engine.listMandateRecord(actorOfRequest(request), query))
  return html`<h2>${say.record}</h2>
    <p>${say.recordHint}</p>
    <ul class="list">
      ${items.map((one) => line(one, language))}
    </ul>
    ${next !== undefined && html`<p><a href="${URLS.mandates()}?${new URLSearchParams({ after: next }).toString()}">${say.more}</a></p>`}`
}

const line = ({ kind, at, holder, by }: MandateEntry, language: Language): Html =>
  html`<li>
    <p>${fill(ENTRY_WORDS[kind][language], { holder })}</p>
    <p class="hint">${moment(at, language)}${kind !== 'used' && html` · ${writtenBy(by, holder, language)}`}</p>
  </li>`

/** Signatories know each other by number; whoever else wrote it is their office. */
function writtenBy(by: string, holder: string, language: Language): Html {
  const person = by === `user:${holder}` ? holder : humanNamed(by)
  if (person !== undefined) return bdi(person)
  return html`${WRITER_WORDS[by.startsWith('sign-on:') ? 'signOn' : 'operator'][language]}`
}
