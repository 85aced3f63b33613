/** Says plainly, on every page, that what is done here is done for a company; and the way to act for somebody else. */
import type { FastifyRequest } from 'fastify'
import type { Language } from '../../../core/text.ts'
import { URLS } from '../urls.ts'
import { csrfField } from './csrf.ts'
import { fill, html, type Html, type Part } from './html.ts'
import { wordsIn } from './language.ts'
import { FRAME_WORDS } from './words.ts'

export function actingBanner(request: FastifyRequest, language: Language): Html | false {
  const say = wordsIn(FRAME_WORDS, language)
  const { actor, endedMandate } = request
  if (endedMandate)
    return banner(request, language, 'acting acting-over', [
      fill(say.mandateEnded, { company: endedMandate.name[language] }),
    ])
  const acting = actor?.kind === 'user' ? actor.acting : undefined
  if (acting === undefined) return false
  const { name, number } = acting.company
  return banner(request, language, 'acting', [fill(say.actingFor, { company: name[language], number })])
}

function banner(request: FastifyRequest, language: Language, kind: string, said: Part): Html {
  const say = wordsIn(FRAME_WORDS, language)
  return html`<section class="${kind}" aria-label="${say.actingAs}"><div class="acting-inside">
<p><strong>${said}</strong></p>
<form method="post" action="${URLS.actingFor()}">${csrfField(request)}<input type="hidden" name="company" value=""><button class="button button-quiet">${say.actForSelf}</button></form>
<a href="${URLS.actingFor()}">${say.actForOther}</a>
</div></section>
`
}

/** In the head of the page, for whoever may act for a company and does not. */
export function actingLink({ actor, endedMandate }: FastifyRequest, language: Language): Html | false {
  const isAble = actor?.kind === 'user' && actor.roles.includes('citizen') && (actor.represents ?? []).length > 0
  return (
    isAble &&
    endedMandate === undefined &&
    html`<a class="plain" href="${URLS.actingFor()}">${FRAME_WORDS.actForCompany[language]}</a>`
  )
}
