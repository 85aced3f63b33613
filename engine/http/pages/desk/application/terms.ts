/** The terms of law of an application: whether each runs, stands still or is over, and why it ends when it does. */
import type { ClockView } from '../../../../commands/clocks.ts'
import type { Followed } from '../../../../commands/timeline.ts'
import { accountHtml, articleIn } from '../../deadline/account.ts'
import { moment, shortLastDay } from '../../frame/dates.ts'
import { bdi, fill, html, type Html } from '../../frame/html.ts'
import { wordsIn } from '../../frame/language.ts'
import type { Clerk } from '../clerk.ts'
import { stopForm } from './clock-stop.ts'
import { TERM_WORDS } from './words.ts'

export function termsHtml(clerk: Clerk, { detail }: Followed): Html {
  if (detail.clocks.length === 0) return html``
  return html`<h2>${TERM_WORDS.terms[clerk.language]}</h2>
    <ul class="list">${detail.clocks.map((clock) => html`<li>${termHtml(clerk, detail, clock)}</li>`)}</ul>`
}

function termHtml(clerk: Clerk, detail: Followed['detail'], view: ClockView): Html {
  const { language } = clerk
  const words = wordsIn(TERM_WORDS, language)
  const { id, title, due, overdue, stoppedSince, legalBasis, articles } = view
  const isStill = stoppedSince !== undefined
  const isOver = !isStill && overdue
  const basis = legalBasis === undefined ? undefined : articleIn(articles, legalBasis, language)
  const ends = due === undefined ? undefined : fill(words.ends, { day: shortLastDay(due, language) })
  const clock = detail.state.clocks?.[id]
  return html`<p>
      <strong>${title[language]}</strong>
      <span class="tag ${isOver ? 'tag-bad' : isStill ? 'tag-warn' : 'tag-good'}">${isOver ? words.isOver : isStill ? words.isStill : words.runs}</span>
    </p>
    <p class="hint">${basis}${basis !== undefined && ends !== undefined && html` · `}${ends}</p>
    ${stillHtml(view, language)} ${accountHtml(view, language)}
    ${clock && stopForm(clerk, detail, { clock, deadline: view, articles })}`
}

/** Why it stands still now. */
function stillHtml(
  { stoppedSince, stoppedBy, stoppedByHand: hand, steps, articles }: ClockView,
  language: Clerk['language'],
): Html {
  if (stoppedSince === undefined) return html``
  const words = wordsIn(TERM_WORDS, language)
  const since = moment(stoppedSince, language)
  const names = (stoppedBy ?? []).map((id) => steps.get(id)?.[language] ?? id).join(language === 'ar' ? '، ' : ', ')
  const says = hand
    ? fill(words.byHand, {
        from: since,
        to: moment(hand.until, language),
        law: articleIn(articles, hand.legalBasis, language),
        reason: bdi(hand.reason),
      })
    : fill(words.stands, { since, steps: names })
  return html`<p class="hint">${says}</p>`
}
