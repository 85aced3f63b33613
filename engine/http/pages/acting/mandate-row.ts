/** One mandate as its holder and its company read of it. */
import type { FastifyRequest } from 'fastify'
import { isInForce, type HeldMandate, type Mandate } from '../../../core/mandate.ts'
import { csrfField } from '../frame/csrf.ts'
import { shortDay, shortLastDay } from '../frame/dates.ts'
import { bdi, fill, html, type Html } from '../frame/html.ts'
import { languageOfPage, wordsIn } from '../frame/language.ts'
import { URLS } from '../urls.ts'
import { ACTING_WORDS, ROLE_WORDS, SOURCE_WORDS } from './words.ts'

/** @param ofCompany seen by who signs for the company; else by its holder */
export function mandateRow(
  request: FastifyRequest,
  { mandate, company }: HeldMandate,
  titles: ReadonlyMap<string, string>,
  now: number,
  ofCompany: boolean,
): Html {
  const language = languageOfPage(request)
  const say = wordsIn(ACTING_WORDS, language)
  const { holder, role, services, source, starts, ends } = mandate
  const state = stateOf(mandate, now)
  const name = company.name[language]
  const when =
    ends === undefined
      ? fill(say.since, { day: shortDay(starts, language) })
      : fill(say.sinceUntil, { day: shortDay(starts, language), until: shortLastDay(ends, language) })
  const where =
    services === undefined
      ? html`${say.inAll}`
      : fill(say.inSome, {
          services: services.map((one) => titles.get(one) ?? one).join(language === 'ar' ? '، ' : ', '),
        })
  const isOpen = (state === 'inForce' || state === 'planned') && source !== 'register'
  const mayEnd = isOpen && (!ofCompany || source === 'portal')
  const end = ofCompany ? fill(say.revoke, { holder }) : fill(say.giveBack, { company: name })
  return html`<li>
    <p><strong>${ofCompany ? bdi(holder) : bdi(name)}</strong> <span class="tag${state === 'inForce' && ' tag-good'}">${say[state]}</span></p>
    <p class="hint">${ROLE_WORDS[role][language]} ${where} · ${when} · ${SOURCE_WORDS[source][language]}</p>
    ${
      mayEnd &&
      html`<form method="post" action="${URLS.mandateRevocation(mandate.id)}">
        ${csrfField(request)}<button class="button ${ofCompany ? 'button-danger' : 'button-quiet'}"><span>${end}</span></button>
      </form>`
    }
  </li>`
}

function stateOf(mandate: Mandate, now: number): 'inForce' | 'planned' | 'over' | 'withdrawn' {
  if (mandate.revokedAt !== undefined) return 'withdrawn'
  if (isInForce(mandate, now)) return 'inForce'
  return mandate.starts > now ? 'planned' : 'over'
}
