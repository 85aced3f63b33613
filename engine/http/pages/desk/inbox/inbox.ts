/** The inbox: ways to look at it on one side, the tasks on the other, the most pressing first. */
import type { FastifyReply } from 'fastify'
import {
  INBOX_DUES,
  INBOX_STATES,
  MOST_COUNTED,
  type InboxCounts,
  type InboxPage,
  type InboxState,
  type InboxView,
} from '../../../../commands/inbox.ts'
import { bilingual } from '../../../../core/bilingual.ts'
import { globalId } from '../../../../core/ids.ts'
import { oversees } from '../../../../core/policy/access.ts'
import type { SavedFilter } from '../../../../core/saved-filter.ts'
import type { TaskRow } from '../../../../core/task.ts'
import type { Workflow } from '../../../../core/workflow.ts'
import { orThrow } from '../../../api/context.ts'
import { allows, overDesk } from '../../../policy.ts'
import { csrfField } from '../../frame/csrf.ts'
import { moment } from '../../frame/dates.ts'
import { bdi, fill, html, type Html, type Part } from '../../frame/html.ts'
import { page } from '../../frame/page.ts'
import { URLS } from '../../urls.ts'
import { DESK_ASSETS, groupTitles, namesOf, servicesOf, type Clerk } from '../clerk.ts'
import { CLOSURE_WORDS } from '../closures/words.ts'
import { dueTag } from './due.ts'
import { filterText } from '../../../../commands/inbox-filter.ts'
import { inboxAt, type Asked } from './query.ts'

const PER_PAGE = 25

interface Inbox {
  readonly clerk: Clerk
  readonly asked: Asked
  readonly found: InboxPage
  readonly counts: InboxCounts
  readonly services: ReadonlyMap<string, Workflow>
  readonly filters: readonly SavedFilter[]
  readonly names: ReadonlyMap<string, string>
}

export async function inboxPage(clerk: Clerk, reply: FastifyReply, asked: Asked): Promise<FastifyReply> {
  const { engine, actor, request, say } = clerk
  const found = orThrow(await engine.listInbox(actor, { ...asked, limit: PER_PAGE }))
  const inbox: Inbox = {
    clerk,
    asked,
    found,
    counts: orThrow(await engine.countInbox(actor)),
    services: await servicesOf(clerk),
    filters: await engine.listFilters(actor),
    names: await namesOf(
      clerk,
      found.items.map(({ assignee, closedBy }) => closedBy ?? assignee),
    ),
  }
  return page(request, reply, {
    title: say.inbox,
    active: 'desk',
    wide: true,
    assets: DESK_ASSETS,
    main: html`<h1>${say.inbox}</h1>
      <div class="desk" data-page="inbox" data-keys="${clerk.hasKeys ? 'on' : 'off'}" data-events="${URLS.deskEvents()}" data-help="${URLS.deskShortcuts()}">
        ${views(inbox)}
        <p class="to-filter"><a href="#filter">${say.toFilter}</a></p>
        ${list(inbox)}
        <div class="rail" id="filter">${filterForm(inbox)}${savedFilters(inbox)}${tools(clerk)}</div>
      </div>`,
  })
}

const VIEWS: readonly InboxView[] = ['mine', 'groups', 'all']

function views({ clerk: { say, actor }, asked, counts }: Inbox): Html {
  const shown = VIEWS.filter((view) => view !== 'all' || oversees(actor))
  const number = (count: number): string => (count >= MOST_COUNTED ? `${MOST_COUNTED}+` : String(count))
  return html`<nav class="views" aria-label="${say.views}" data-live="counts">
    <ul>
      ${shown.map((view) => {
        const { open, overdue } = counts[view]
        return html`<li>
          <a href="${inboxAt({ view })}" ${view === asked.view && html` aria-current="page"`}
            ><span>${say[view]}</span> <span class="counts">${fill(say.counted, { open: number(open), overdue: number(overdue) })}</span></a
          >
        </li>`
      })}
    </ul>
  </nav>`
}

/** What can be asked of each view: what is mine somebody has, what my groups may take nobody has. */
const STATES: Readonly<Record<InboxView, readonly InboxState[]>> = {
  mine: ['open', 'done'],
  groups: ['open', 'done'],
  all: INBOX_STATES,
}
const STATE_WORDS = { open: 'stateOpen', free: 'stateFree', taken: 'stateTaken', done: 'stateDone' } as const
const DUE_WORDS = { overdue: 'dueOverdue', today: 'dueToday', week: 'dueWeek' } as const

function filterForm({ clerk: { say, language }, asked, services }: Inbox): Html {
  const option = (value: string, label: string, chosen: string | undefined): Html =>
    html`<option value="${value}" ${value === (chosen ?? '') && html` selected`}>${label}</option>`
  return html`<form method="get" action="${URLS.desk()}" class="panel filter" role="search" aria-label="${say.filter}">
    <input type="hidden" name="view" value="${asked.view}" />
    <div class="field">
      <label class="label" for="text">${say.text}</label>
      <input class="input" id="text" name="text" type="search" dir="auto" maxlength="100" value="${asked.text ?? ''}" />
    </div>
    <div class="field">
      <label class="label" for="service">${say.service}</label>
      <select class="input" id="service" name="service">
        ${option('', say.anyService, asked.service)}
        ${[...services.values()].map(({ id, title }) => option(id, title[language], asked.service))}
      </select>
    </div>
    <div class="field">
      <label class="label" for="state">${say.state}</label>
      <select class="input" id="state" name="state">
        ${STATES[asked.view].map((state) => option(state, say[STATE_WORDS[state]], asked.state ?? 'open'))}
      </select>
    </div>
    <div class="field">
      <label class="label" for="due">${say.due}</label>
      <select class="input" id="due" name="due">
        ${option('', say.anyDue, asked.due)}${INBOX_DUES.map((due) => option(due, say[DUE_WORDS[due]], asked.due))}
      </select>
    </div>
    <div class="row">
      <button class="button">${say.apply}</button>
      <a class="plain" href="${inboxAt({ view: asked.view })}">${say.clear}</a>
    </div>
  </form>`
}

function savedFilters({ clerk, asked, filters, services }: Inbox): Html {
  const { say, request, actor, language } = clerk
  return html`<section class="saved" aria-labelledby="saved">
    <h2 id="saved">${say.savedFilters}</h2>
    ${
      filters.length > 0 &&
      html`<ul class="plain-list">
        ${filters.map(
          ({ id, name, filter, owner }) =>
            html`<li>
              <a href="${URLS.desk()}?${filter}"><bdi>${name}</bdi></a>
              ${
                owner === actor.id &&
                html`<form method="post" action="${URLS.deskFilterRemoval(id)}">
                  ${csrfField(request)}<button class="plain" aria-label="${say.remove.replace('{name}', name)}">×</button>
                </form>`
              }
            </li>`,
        )}
      </ul>`
    }
    <details>
      <summary>${say.saveThis}</summary>
      <form method="post" action="${URLS.deskFilters()}">
        ${csrfField(request)}<input type="hidden" name="filter" value="${filterText(asked)}" />
        <div class="field">
          <label class="label" for="filter-name">${say.filterName}</label>
          <input class="input" id="filter-name" name="name" required maxlength="80" dir="auto" />
        </div>
        <div class="field">
          <label class="label" for="filter-office">${say.filterOffice}</label>
          <select class="input" id="filter-office" name="office">
            <option value="">${say.filterOwn}</option>
            ${groupTitles(services, actor.groups, language).map(
              ({ group, title }) => html`<option value="${group}">${title}</option>`,
            )}
          </select>
        </div>
        <button class="button button-quiet">${say.save}</button>
      </form>
    </details>
  </section>`
}

function tools({ say, actor, language }: Clerk): Html {
  const links: readonly (readonly [string, string])[] = [
    [URLS.deskSearch(), say.search],
    [URLS.deskCounter(), say.counter],
    [URLS.deskAbsence(), say.absence],
    ...(oversees(actor) ? ([[URLS.deskFigures(), say.figures]] as const) : []),
    ...(allows(overDesk, actor) ? ([[URLS.deskClosures(), CLOSURE_WORDS.title[language]]] as const) : []),
    [URLS.deskShortcuts(), say.shortcuts],
  ]
  return html`<nav class="tools" aria-label="${say.also}">
    <ul class="plain-list">
      ${links.map(([href, label]) => html`<li><a href="${href}">${label}</a></li>`)}
    </ul>
  </nav>`
}

function list(inbox: Inbox): Html {
  const { clerk, asked, found } = inbox
  const { say } = clerk
  const { after, ...fromStart } = asked
  const isChosen = asked.state !== 'done' && found.items.length > 1
  return html`<div class="inbox" data-live="list">
    <p class="news" hidden data-news><span role="status">${say.changed}</span> <a href="${inboxAt(asked)}">${say.reload}</a></p>
    ${
      found.items.length === 0
        ? html`<div class="panel"><p>${say.empty}</p><p class="hint">${say.emptyHint}</p></div>`
        : html`<form method="get" action="${URLS.deskBulk()}">
            <ol class="list tasks">
              ${found.items.map((task) => item(inbox, task, isChosen))}
            </ol>
            <div class="row">
              ${isChosen && html`<button class="button button-quiet">${say.decideChosen}</button>`}
              ${after !== undefined && html`<a class="plain" href="${inboxAt(fromStart)}">${say.first}</a>`}
              ${found.next !== undefined && html`<a class="plain" rel="next" href="${inboxAt({ ...asked, after: found.next })}">${say.more}</a>`}
            </div>
          </form>`
    }
  </div>`
}

function item({ clerk, services, found, names }: Inbox, task: TaskRow, isChosen: boolean): Html {
  const { say, language } = clerk
  const id = globalId(task.instance, task.id)
  return html`<li class="task">
    ${
      isChosen &&
      html`<label class="choice"
        ><input type="checkbox" name="task" value="${id}" /><span class="visually-hidden"
          >${fill(say.choose, { reference: task.reference })}</span
        ></label
      >`
    }
    <div class="task-what">
      <a class="task-name" href="${URLS.deskTask(id)}" data-task="${id}">${bilingual(task.name)[language]}</a>
      <p class="hint">
        ${bdi(task.reference)} · ${services.get(task.service)?.title[language] ?? task.service} · ${holderOf(clerk, task, names)}
        · ${fill(say.openedAt, { moment: moment(task.openedAt, language) })}
      </p>
    </div>
    ${task.status === 'open' ? dueTag(task.due, found.now, clerk) : ''}
  </li>`
}

/** Who has it, or who completed it and when. */
function holderOf(
  { say, language, actor }: Clerk,
  { status, assignee, closedBy, closedAt = 0 }: TaskRow,
  names: ReadonlyMap<string, string>,
): Part {
  if (status !== 'open') {
    const name = closedBy === undefined ? say.system : (names.get(closedBy) ?? closedBy)
    return fill(say.doneBy, { name, moment: moment(closedAt, language) })
  }
  if (assignee === undefined) return say.withNobody
  return assignee === actor.id ? say.withMe : fill(say.withOther, { name: names.get(assignee) ?? assignee })
}
