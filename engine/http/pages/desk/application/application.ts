/** One application as the agency sees it, with the tasks that are open in it. */
import type { FastifyReply } from 'fastify'
import { bilingual } from '../../../../core/bilingual.ts'
import { globalId } from '../../../../core/ids.ts'
import { concerns } from '../../../../core/policy/access.ts'
import { notFound, ProblemError } from '../../../../core/problem.ts'
import type { InstanceRow } from '../../../../core/instance-row.ts'
import { orThrow } from '../../../api/context.ts'
import { bdi, html, type Html } from '../../frame/html.ts'
import { page } from '../../frame/page.ts'
import { URLS } from '../../urls.ts'
import { besideHtml } from './beside.ts'
import { turning, type Part } from './turn.ts'
import { DESK_ASSETS, serviceTitle, type Clerk } from '../clerk.ts'
import { lawHtml } from '../task/law.ts'
import { dueTag } from '../inbox/due.ts'

const MOST_TASKS = 50

export async function applicationPage(
  clerk: Clerk,
  reply: FastifyReply,
  reference: string,
  part: Part,
): Promise<FastifyReply> {
  const { engine, actor, request, say } = clerk
  const followed = orThrow(await engine.followInstance(actor, reference))
  const { row } = followed.detail
  // One's own application is followed in the portal, like everybody's.
  if (concerns(actor, row))
    throw new ProblemError(notFound('instance.not-found', 'Expected an application of somebody else'))
  return page(request, reply, {
    title: row.reference,
    active: 'desk',
    wide: true,
    assets: DESK_ASSETS,
    main: html`<div data-page="application" data-keys="${clerk.hasKeys ? 'on' : 'off'}" data-help="${URLS.deskShortcuts()}" data-inbox="${URLS.desk()}">
      <header class="task-head">
        <div class="task-title">
          <p class="hint"><a href="${URLS.desk()}">${say.toInbox}</a> · ${await serviceTitle(clerk, row.program)}</p>
          <h1>${bdi(row.reference)}</h1>
            ${await lawHtml(clerk, followed.detail.state)}
        </div>
        <span class="tag">${say[row.status]}</span>
      </header>
      ${await openTasks(clerk, row)}
      ${await besideHtml(clerk, followed, part, turning(URLS.deskApplication(row.reference), false))}
    </div>`,
  })
}

async function openTasks(clerk: Clerk, row: InstanceRow): Promise<Html> {
  const { engine, actor, say, language } = clerk
  const { items } = await engine.listTasks(actor, { reference: row.reference, view: 'all', limit: MOST_TASKS })
  if (items.length === 0) return html``
  const now = engine.deps.clock.now()
  return html`<section aria-labelledby="open-tasks">
    <h2 id="open-tasks">${say.openTasks}</h2>
    <ul class="list tasks">
      ${items.map(
        ({ instance, id, name, due }) =>
          html`<li class="task">
            <a class="task-name" href="${URLS.deskTask(globalId(instance, id))}">${bilingual(name)[language]}</a>
            ${dueTag(due, now, clerk)}
          </li>`,
      )}
    </ul>
  </section>`
}
