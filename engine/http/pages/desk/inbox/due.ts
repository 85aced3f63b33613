/** When something is due, said in a word and shown in a colour. */
import { endOfDay } from '../../../../core/policy/day.ts'
import { moment, shortLastDay } from '../../frame/dates.ts'
import { fill, html, type Html } from '../../frame/html.ts'
import { timeZone, type Clerk } from '../clerk.ts'

export function dueTag(due: number | undefined, now: number, { say, language }: Pick<Clerk, 'say' | 'language'>): Html {
  if (due === undefined) return html`<span class="tag">${say.noDue}</span>`
  if (due < now)
    return html`<span class="tag tag-bad">${fill(say.overdueBy, { day: shortLastDay(due, language) })}</span>`
  if (due < endOfDay(now, timeZone))
    return html`<span class="tag tag-warn">${fill(say.dueTodayAt, { day: moment(due, language) })}</span>`
  return html`<span class="tag">${fill(say.dueAt, { day: shortLastDay(due, language) })}</span>`
}
