/** The figures of the work for a supervisor: per service, per person, over some days. */
import type { FastifyReply } from 'fastify'
import type { TaskFigures } from '../../../../core/figures.ts'
import { orThrow } from '../../../api/context.ts'
import { counted, elapsed } from '../../../../core/counted.ts'
import { field } from '../../frame/form-body.ts'
import { bdi, fill, html, type Html, type Part } from '../../frame/html.ts'
import { page } from '../../frame/page.ts'
import { URLS } from '../../urls.ts'
import { DESK_ASSETS, namesOf, servicesOf, type Clerk } from '../clerk.ts'

const DAYS = ['1', '7', '30', '90'] as const
type Sum = Omit<TaskFigures, 'service' | 'holder'>
const NOTHING: Sum = { open: 0, age: 0, overdue: 0, done: 0, late: 0, spent: 0 }

export async function figuresPage(clerk: Clerk, reply: FastifyReply): Promise<FastifyReply> {
  const { engine, actor, request, say, tell, language } = clerk
  const days = DAYS.find((one) => one === field(request.query, 'days')) ?? '7'
  const { tasks } = orThrow(await engine.getFigures(actor, Number(days)))
  const services = await servicesOf(clerk)
  const names = await namesOf(
    clerk,
    tasks.map(({ holder }) => (holder.kind === 'person' ? holder.id : undefined)),
  )
  const person = ({ holder }: TaskFigures): Part => {
    if (holder.kind === 'person') return bdi(names.get(holder.id))
    return holder.kind === 'nobody' ? tell.nobody : tell.named
  }
  return page(request, reply, {
    title: tell.figures,
    active: 'desk',
    wide: true,
    assets: DESK_ASSETS,
    main: html`<p class="hint"><a href="${URLS.desk()}">${say.toInbox}</a></p>
      <h1>${tell.figures}</h1>
      <form method="get" action="${URLS.deskFigures()}" class="row panel">
        <div>
          <label class="label" for="days">${tell.days}</label>
          <select class="input" id="days" name="days">
            ${DAYS.map((one) => html`<option value="${one}" ${one === days && html` selected`}>${one}</option>`)}
          </select>
        </div>
        <button class="button">${tell.show}</button>
      </form>
      <p>${fill(tell.figuresHint, { days: counted(Number(days), 'day', language) })}</p>
      ${
        tasks.length === 0
          ? html`<p>${tell.noFigures}</p>`
          : html`${table(
              clerk,
              tell.byService,
              grouped(tasks, ({ service }) => [service, services.get(service)?.title[language] ?? service]),
            )}
            ${table(
              clerk,
              tell.byPerson,
              grouped(tasks, (one) => [JSON.stringify(one.holder), person(one)]),
            )}`
      }`,
  })
}

function grouped(
  tasks: readonly TaskFigures[],
  keyOf: (one: TaskFigures) => readonly [string, Part],
): readonly (readonly [Part, Sum])[] {
  const groups = new Map<string, readonly [Part, Sum]>()
  for (const one of tasks) {
    const [key, label] = keyOf(one)
    groups.set(key, [label, plus(groups.get(key)?.[1] ?? NOTHING, one)])
  }
  return [...groups.values()]
}

/** Means are weighed by what they are the mean of. */
const plus = (a: Sum, b: Sum): Sum => ({
  open: a.open + b.open,
  age: mean(a.age, a.open, b.age, b.open),
  overdue: a.overdue + b.overdue,
  done: a.done + b.done,
  late: a.late + b.late,
  spent: mean(a.spent, a.done, b.spent, b.done),
})

const mean = (a: number, countA: number, b: number, countB: number): number =>
  countA + countB === 0 ? 0 : (a * countA + b * countB) / (countA + countB)

function table({ tell, language }: Clerk, caption: string, rows: readonly (readonly [Part, Sum])[]): Html {
  const total = rows.reduce((sum, [, one]) => plus(sum, one), NOTHING)
  const heads = [tell.open, tell.overdue, tell.age, tell.doneTasks, tell.late, tell.spent]
  const cells = ({ open, overdue, age, done, late, spent }: Sum): readonly Part[] => [
    open,
    overdue,
    open === 0 ? '–' : elapsed(age, language),
    done,
    late,
    done === 0 ? '–' : elapsed(spent, language),
  ]
  const row = (label: Part, sum: Sum): Html =>
    html`<tr>
      <th scope="row">${label}</th>
      ${cells(sum).map((cell, index) => html`<td data-label="${heads[index]}">${bdi(cell)}</td>`)}
    </tr>`
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table class="figures">
      <caption>${caption}</caption>
      <thead>
        <tr><th scope="col">${tell.name}</th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr>
      </thead>
      <tbody>${rows.map(([label, sum]) => row(label, sum))}</tbody>
      <tfoot>${row(tell.total, total)}</tfoot>
    </table>
  </div>`
}
