/** Why a term of law ends when it does: how long it is, when it stood still and for which steps, and the days that were not counted. */
import type { Followed } from '../../../../commands/timeline.ts'
import { bilingual } from '../../../../core/bilingual.ts'
import type { Holiday } from '../../../../core/holiday.ts'
import { elementById } from '../../../../core/program.ts'
import { endOfDate, startOfDate } from '../../../../core/policy/day.ts'
import { programAround } from '../../../../core/scope.ts'
import { programParts } from '../../../../core/ids.ts'
import { handStopAt, type StatutoryClock } from '../../../../core/statutory-clock.ts'
import { durationIn } from '../../frame/counted.ts'
import { moment, shortLastDay } from '../../frame/dates.ts'
import { fill, html, type Html } from '../../frame/html.ts'
import { wordsIn } from '../../frame/language.ts'
import { daysOf } from '../closures/closures.ts'
import { timeZone, type Clerk } from '../clerk.ts'
import { stopForm } from './clock-stop.ts'
import { TERM_WORDS } from './words.ts'

export async function termsHtml(clerk: Clerk, { detail }: Followed): Promise<Html> {
  const { state } = detail
  const clocks = Object.values<StatutoryClock>(state.clocks ?? {})
  if (clocks.length === 0) return html``
  const holidays = (await clerk.engine.listHolidays(clerk.actor)).filter(
    ({ agency, withdrawn }) => withdrawn === undefined && (agency === undefined || agency === state.agency),
  )
  const terms = await Promise.all(clocks.map((clock) => termHtml(clerk, detail, clock, holidays)))
  return html`<h2>${TERM_WORDS.terms[clerk.language]}</h2>
    <ul class="list">${terms.map((term) => html`<li>${term}</li>`)}</ul>`
}

async function termHtml(
  clerk: Clerk,
  detail: Followed['detail'],
  clock: StatutoryClock,
  holidays: readonly Holiday[],
): Promise<Html> {
  const { language, engine } = clerk
  const { state } = detail
  const words = wordsIn(TERM_WORDS, language)
  const now = engine.deps.clock.now()
  const program = programAround(state, clock.owner)
  const found = await engine.deps.definitions.packageOf(program)
  const deadline = found?.workflow.deadlines?.find(({ id }) => id === clock.deadline)
  const law = (id: string | undefined): string | undefined =>
    found?.workflow.legalBasis?.find((one) => one.id === id)?.title[language]
  const drawn = found?.programs.get(programParts(program).processId)
  const step = (id: string): string => {
    const name = drawn && elementById(drawn, id)?.name
    return name === undefined || name === '' ? id : bilingual(name)[language]
  }
  const isStill = clock.stopped !== undefined || handStopAt(clock, now) !== undefined
  const isOver = !isStill && clock.due !== undefined && clock.due <= now
  const basis = law(deadline?.legalBasis)
  return html`<p>
      <strong>${deadline?.title[language] ?? clock.deadline}</strong>
      <span class="tag ${isOver ? 'tag-bad' : isStill ? 'tag-warn' : 'tag-good'}">${isOver ? words.isOver : isStill ? words.isStill : words.runs}</span>
    </p>
    <p class="hint">
      ${durationIn(clock.duration, language)}${basis !== undefined && html` · ${basis}`} · ${fill(words.since, { moment: moment(clock.started, language) })}${
        clock.due !== undefined && html` · ${fill(words.ends, { day: shortLastDay(clock.due, language) })}`
      }
    </p>
    <ul class="plain-list law hint">
      ${(clock.stops ?? []).map(
        ({ from, to }) =>
          html`<li>${fill(words.stood, { from: moment(from, language), to: moment(to, language) })}</li>`,
      )}
      ${(clock.byHand ?? []).map(
        ({ from, to, reason, legalBasis }) =>
          html`<li>${fill(words.byHand, { from: moment(from, language), to: moment(to, language), law: law(legalBasis) ?? legalBasis, reason })}</li>`,
      )}
      ${
        clock.stopped &&
        html`<li>${fill(words.stands, { since: moment(clock.stopped.since, language), steps: clock.stopped.by.map(step).join(language === 'ar' ? '، ' : ', ') })}</li>`
      }
      ${holidays.filter((one) => isWithin(one, clock, now)).map((one) => html`<li>${fill(words.notCounted, { title: one.title[language], days: daysOf(one, clerk) })}</li>`)}
    </ul>
    ${deadline && stopForm(clerk, detail, { clock, deadline, articles: found?.workflow.legalBasis ?? [] })}`
}

/** Days that fall between its beginning and its end, where it is counted. */
function isWithin(
  { first, last, governorate }: Holiday,
  { started, due, governorate: where }: StatutoryClock,
  now: number,
) {
  if (governorate !== undefined && governorate !== where) return false
  const [from, to] = [startOfDate(first, timeZone) ?? 0, endOfDate(last, timeZone) ?? 0]
  return to > started && from < (due ?? now)
}
