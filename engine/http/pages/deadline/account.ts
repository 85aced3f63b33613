/** Why a deadline is due when it is, in a few lines that anybody can follow: "30 working days from 3 November, stood still for 5 days …". */
import type { ClockView } from '../../../commands/clocks.ts'
import type { Stood } from '../../../core/policy/deadline-account.ts'
import type { CalendarChange } from '../../../core/statutory-clock.ts'
import type { Language } from '../../../core/text.ts'
import type { LegalBasis } from '../../../core/workflow.ts'
import { durationIn, elapsed } from '../../../core/counted.ts'
import { shortDay } from '../frame/dates.ts'
import { fill, html, type Html, type Part } from '../frame/html.ts'
import { wordsIn } from '../frame/language.ts'
import { DEADLINE_WORDS } from './words.ts'

type Say = Readonly<Record<keyof typeof DEADLINE_WORDS, string>>

export function accountHtml(clock: ClockView, language: Language): Html {
  const say = wordsIn(DEADLINE_WORDS, language)
  const { account } = clock
  const { duration, started, ends, daysOff, holidays, dayOff } = account
  const length = fill(say.from, { duration: durationIn(duration, language), day: shortDay(started, language) })
  const end = { hour: undefined, day: say.endsDay, office: say.endsOffice }[ends]
  const lines: readonly Part[] = [
    end === undefined ? length : html`${length} ${end}`,
    ...stoodLines(clock, language, say),
    ...daysOff.map((one) => offLine(one, language, say)),
    ...(holidays.length > 0
      ? [
          fill(say.holidays, {
            days: joined(
              holidays.map((it) => date(it, language)),
              language,
            ),
          }),
        ]
      : []),
    ...(dayOff === undefined ? [] : [fill(say.dayOff, { day: date(dayOff, language) })]),
  ]
  return html`<ul class="account">${lines.map((one) => html`<li>${one}</li>`)}</ul>`
}

/** Stops for the same steps are told together; one that still lasts is told elsewhere. */
function stoodLines({ account: { stood }, steps, articles }: ClockView, language: Language, say: Say): readonly Html[] {
  const over = stood.filter((one): one is Stood & { readonly to: number } => one.to !== undefined)
  const bySteps = Map.groupBy(
    over.filter(({ byHand }) => !byHand),
    ({ by = [] }) => by.map((id) => steps.get(id)?.[language] ?? '').join(' '),
  )
  const together = [...bySteps].map(([names, stops]) => {
    const time = elapsed(
      stops.reduce((sum, { from, to }) => sum + to - from, 0),
      language,
    )
    return names.trim() === '' ? fill(say.stood, { time }) : fill(say.stoodFor, { time, steps: names })
  })
  const byHand = over.flatMap(({ from, to, byHand: hand }) =>
    hand
      ? [
          fill(say.hand, {
            from: shortDay(from, language),
            to: shortDay(to, language),
            law: articleIn(articles, hand.legalBasis, language),
            reason: html`<bdi>${hand.reason}</bdi>`,
          }),
        ]
      : [],
  )
  return [...together, ...byHand]
}

export function articleIn(articles: readonly LegalBasis[], id: string, language: Language): string {
  const found = articles.find((it) => it.id === id)
  return found ? lawIn(found, language) : id
}

export const lawIn = ({ title, article }: LegalBasis, language: Language): string =>
  [title[language], article?.[language]].filter(Boolean).join(language === 'ar' ? '، ' : ', ')

const offLine = (change: CalendarChange, language: Language, say: Say): Html =>
  fill(say.off, {
    title: change.title[language],
    days: daysOf(change, language),
    day: shortDay(change.at, language),
  })

export const daysOf = ({ first, last }: CalendarChange, language: Language): Html =>
  first === last ? date(first, language) : html`${date(first, language)} – ${date(last, language)}`

const NOON = 'T12:00:00Z'
const date = (iso: string, language: Language): Html => shortDay(Date.parse(`${iso}${NOON}`), language)

const joined = (parts: readonly Html[], language: Language): Html =>
  html`${parts.map((part, index) => (index === 0 ? part : html`${language === 'ar' ? '، ' : ', '}${part}`))}`
