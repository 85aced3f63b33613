/** What is a citizen's own: tasks that wait for them, applications they are filling in, applications they have sent. */
import type { FastifyInstance } from 'fastify'
import type { Actor } from '../../../../core/actor.ts'
import { bilingual } from '../../../../core/bilingual.ts'
import { globalId } from '../../../../core/ids.ts'
import type { InstanceStatus } from '../../../../core/instance.ts'
import type { InstanceRow } from '../../../../core/instance-row.ts'
import type { TaskRow } from '../../../../core/task.ts'
import type { Language } from '../../../../core/text.ts'
import type { Engine } from '../../../../engine.ts'
import { actorOfRequest, type ApiContext } from '../../../api/context.ts'
import { roles } from '../../../policy.ts'
import { shortDay, shortLastDay } from '../../frame/dates.ts'
import { bdi, fill, html, type Html } from '../../frame/html.ts'
import { languageOfPage, wordsIn } from '../../frame/language.ts'
import { URLS } from '../../urls.ts'
import { portalPage, titleOfProgram } from '../portal-page.ts'
import { MY_WORDS } from './words.ts'

const AT_ONCE = 20
const MOST_TASKS = 50

export function myPage(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Querystring: { after?: unknown } }>(
    URLS.my(),
    { config: { policy: roles('citizen') } },
    async (request, reply) => {
      const actor = actorOfRequest(request)
      const language = languageOfPage(request)
      const say = wordsIn(MY_WORDS, language)
      const { after } = request.query
      const title = actor.kind === 'user' && actor.acting ? say.companyTitle : say.title
      const tasks = await tasksOf(engine, actor)
      const page = await engine.listInstances(ownOnly(actor), {
        limit: AT_ONCE,
        ...(typeof after === 'string' ? { after } : {}),
      })
      const sent = await Promise.all(page.items.map((row) => application(engine, row, tasks, language)))
      return portalPage(request, reply, {
        title,
        active: 'my',
        main: html`<h1>${title}</h1>
          ${await waiting(engine, tasks, language)} ${await drafts(engine, actor, language)}
          <h2>${say.sent}</h2>
          ${
            sent.length === 0
              ? html`<p>${say.none}</p>
                  <p><a class="button" href="${URLS.home()}">${say.find}</a></p>`
              : html`<ul class="list">
                  ${sent}
                </ul>`
          }
          ${
            page.next !== undefined &&
            html`<p><a href="${URLS.my()}?${new URLSearchParams({ after: page.next }).toString()}">${say.more}</a></p>`
          }`,
      })
    },
  )
}

/** One who works for an agency by day sees here what is their own, and nothing of the agency's. */
const ownOnly = (actor: Actor): Actor => (actor.kind === 'user' ? { ...actor, roles: ['citizen'] } : actor)

const tasksOf = async (engine: Engine, actor: Actor): Promise<readonly TaskRow[]> =>
  (await engine.listTasks(ownOnly(actor), { limit: MOST_TASKS })).items

async function waiting(engine: Engine, tasks: readonly TaskRow[], language: Language): Promise<Html | false> {
  const say = wordsIn(MY_WORDS, language)
  const rows = await Promise.all(
    tasks.map(async (task) => {
      const service = await titleOfProgram(engine, await programOf(engine, task))
      return html`<li>
        <a href="${URLS.myTask(globalId(task.instance, task.id))}">${bilingual(task.name)[language]}</a>
        <p class="hint">
          ${service[language]} · ${bdi(task.reference)}
          ${task.due !== undefined && html` · ${fill(say.until, { day: shortLastDay(task.due, language) })}`}
        </p>
      </li>`
    }),
  )
  return (
    rows.length > 0 &&
    html`<section class="yours">
      <h2>${say.waiting}</h2>
      <p>${say.waitingHint}</p>
      <ul class="list">
        ${rows}
      </ul>
    </section>`
  )
}

/** The application's own service, not the shared procedure that asks. */
const programOf = async (engine: Engine, task: TaskRow): Promise<TaskRow['program']> =>
  (await engine.deps.store.instances.get(task.instance))?.program ?? task.program

async function drafts(engine: Engine, actor: Actor, language: Language): Promise<Html | false> {
  const say = wordsIn(MY_WORDS, language)
  const rows = await Promise.all(
    (await engine.listDrafts(actor)).map(async ({ id, packageId, version, changedAt, expires, begunBy }) => {
      const by = begunBy && (await engine.deps.store.accounts.get(begunBy))?.name
      const found = await engine.deps.definitions.package(packageId, version)
      return html`<li>
        <a href="${URLS.apply(id)}">${found?.workflow.title[language] ?? packageId}</a>
        <p class="hint">
          ${fill(say.draftKept, { changed: shortDay(changedAt, language), expires: shortDay(expires, language) })}
          ${by && html` · ${fill(say.begunBy, { name: by })}`}
        </p>
      </li>`
    }),
  )
  return (
    rows.length > 0 &&
    html`<h2>${say.drafts}</h2>
      <ul class="list">
        ${rows}
      </ul>`
  )
}

const TONES: Readonly<Record<InstanceStatus, string>> = {
  active: '',
  suspended: ' tag-warn',
  completed: ' tag-good',
  terminated: ' tag-bad',
}

async function application(
  engine: Engine,
  row: InstanceRow,
  tasks: readonly TaskRow[],
  language: Language,
): Promise<Html> {
  const say = wordsIn(MY_WORDS, language)
  const isYours = tasks.some(({ instance }) => instance === row.id)
  return html`<li>
    <a href="${URLS.application(row.reference)}">${(await titleOfProgram(engine, row.program))[language]}</a>
    <span class="tag${isYours ? ' tag-warn' : TONES[row.status]}">${isYours ? say.yours : say[row.status]}</span>
    <p class="hint">${bdi(row.reference)} · ${fill(say.begun, { day: shortDay(row.startedAt, language) })}</p>
  </li>`
}
