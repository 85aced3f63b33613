/** What happened to a term of law, as an applicant and a clerk read it in the course of an application. */
import type { CalendarChange } from '../../../core/statutory-clock.ts'
import type { Language } from '../../../core/text.ts'
import type { TermEntry } from '../../../core/timeline/timeline.ts'
import { shortLastDay } from '../frame/dates.ts'
import { fill, html, type Html, type Part } from '../frame/html.ts'
import { wordsIn } from '../frame/language.ts'
import { daysOf, lawIn } from './account.ts'
import { DEADLINE_WORDS } from './words.ts'

export function termEntry(
  entry: TermEntry,
  language: Language,
): { readonly says: Html; readonly more: readonly Part[] } {
  const say = wordsIn(DEADLINE_WORDS, language)
  const term = entry.deadline[language]
  const day = entry.due === undefined ? undefined : shortLastDay(entry.due, language)
  switch (entry.kind) {
    case 'termStopped': {
      const { until, reason, legalBasis } = entry
      return {
        says: fill(say.termStopped, { term, day: shortLastDay(until, language) }),
        more: [
          legalBasis && fill(say.under, { law: lawIn(legalBasis, language) }),
          html`<bdi>${reason}</bdi>`,
          day && fill(say.thenUntil, { day }),
        ],
      }
    }
    case 'termContinued':
      return {
        says: fill(say.termContinued, { term }),
        more: [html`<bdi>${entry.reason}</bdi>`, day && fill(say.thenUntil, { day })],
      }
    case 'termMoved': {
      const before = shortLastDay(entry.before, language)
      const gaps = { term, before, day }
      return {
        says: fill(say.termMoved, gaps),
        more: entry.because.map((change) => because(change, language)),
      }
    }
  }
}

function because(change: CalendarChange, language: Language): Html {
  const say = wordsIn(DEADLINE_WORDS, language)
  const { title, closes = '', withdrawn } = change
  const gaps = { title: title[language], days: daysOf(change, language) }
  if (withdrawn) return fill(say.becauseWithdrawn, gaps)
  return closes === '' ? fill(say.becauseOff, gaps) : fill(say.becauseShorter, { ...gaps, time: closes })
}
