/** The time the law gives an application, as the clerk must know it: until when, or that it stands still and since when. */
import { namesIn } from '../../../../core/bpmn/variable.ts'
import type { TaskRow } from '../../../../core/task.ts'
import { clockParts, handStopAt, type ClockId } from '../../../../core/statutory-clock.ts'
import { programAround } from '../../../../core/scope.ts'
import type { InstanceState } from '../../../../core/instance.ts'
import { moment, shortLastDay } from '../../frame/dates.ts'
import { fill, html, type Html } from '../../frame/html.ts'
import type { Clerk } from '../clerk.ts'

export async function lawHtml(clerk: Clerk, state: InstanceState): Promise<Html> {
  const clocks = Object.entries(state.clocks ?? {}) as [ClockId, NonNullable<InstanceState['clocks']>[ClockId]][]
  const lines = await Promise.all(
    clocks.map(async ([id, clock]) => {
      const { due } = clock
      const since = clock.stopped?.since ?? handStopAt(clock, clerk.engine.deps.clock.now())?.from
      const title = await deadlineTitle(clerk, state, id)
      if (since !== undefined)
        return html`<li>${title}: ${fill(clerk.say.standsStill, { moment: moment(since, clerk.language) })}</li>`
      return due === undefined
        ? html``
        : html`<li>${title}: ${fill(clerk.say.lawUntil, { day: shortLastDay(due, clerk.language) })}</li>`
    }),
  )
  return lines.length === 0 ? html`` : html`<ul class="plain-list law hint">${lines}</ul>`
}

/** Which articles the task rests on, as its drawing says. */
export async function articlesHtml({ engine, language, say }: Clerk, { program, element }: TaskRow): Promise<Html> {
  const found = await engine.deps.definitions.packageOf(program)
  const drawn = [...(found?.programs.values() ?? [])].find(({ key }) => key === program)
  const named = drawn?.elements[drawn.byId.get(element) ?? -1]?.properties['masar:legalBasis']
  const articles = namesIn(named).flatMap((id) => found?.workflow.legalBasis?.find((one) => one.id === id) ?? [])
  if (articles.length === 0) return html``
  const lines = articles.map(({ title, article }) =>
    [title[language], article?.[language]].filter(Boolean).join(language === 'ar' ? '، ' : ', '),
  )
  return html`<ul class="plain-list law hint">${lines.map((line) => html`<li>${fill(say.restsOn, { article: line })}</li>`)}</ul>`
}

async function deadlineTitle({ engine, language }: Clerk, state: InstanceState, id: ClockId): Promise<string> {
  const { owner, deadline } = clockParts(id)
  const found = await engine.deps.definitions.packageOf(programAround(state, owner))
  return found?.workflow.deadlines?.find((one) => one.id === deadline)?.title[language] ?? deadline
}
