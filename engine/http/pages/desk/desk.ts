/** The desk of an agency's staff: its pages and what is done on them, address by address. */
import { join } from 'node:path'
import { limitsOfTask } from '../frame/task-limits.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { atDesk, overDesk, roles } from '../../policy.ts'
import type { Area } from '../frame/frame.ts'
import { field } from '../frame/form-body.ts'
import { URLS } from '../urls.ts'
import { absencePage, endAbsence, postAbsence } from './office/absence.ts'
import { closuresPage } from './closures/closures.ts'
import { postClosure, postWithdrawal } from './closures/posts.ts'
import { applicationPage } from './application/application.ts'
import { partOf } from './application/turn.ts'
import { bulkPage, postBulk } from './bulk/bulk.ts'
import { clerkOf, type Clerk } from './clerk.ts'
import { counterPage, counterServicePage, postCounter } from './office/counter.ts'
import { tellNews } from './inbox/events.ts'
import { figuresPage } from './office/figures.ts'
import { postFilter, removeFilter } from './inbox/filters.ts'
import { askedFor } from './inbox/query.ts'
import { inboxPage } from './inbox/inbox.ts'
import { postClock } from './application/clock-stop.ts'
import { postNote } from './application/notes.ts'
import { searchPage } from './office/search.ts'
import { shortcutsPage, switchShortcuts } from './office/shortcuts.ts'
import { postTask, TASK_ACTIONS, TASK_POSTS } from './task/posts.ts'
import { taskPage } from './task/task.ts'

type Answer = (clerk: Clerk, reply: FastifyReply, params: Params) => Promise<FastifyReply> | FastifyReply
type Params = { readonly id: string }

const asked = ({ request }: Clerk): string => field(request.query, 'part')

const GETS: readonly (readonly [string, Answer])[] = [
  [URLS.desk(), (clerk, reply) => inboxPage(clerk, reply, askedFor(clerk.request.query))],
  ['/desk/tasks/:id', (clerk, reply, { id }) => taskPage(clerk, reply, { id, part: partOf(asked(clerk)) })],
  ['/desk/applications/:id', (clerk, reply, { id }) => applicationPage(clerk, reply, id, partOf(asked(clerk)))],
  [URLS.deskSearch(), searchPage],
  [URLS.deskCounter(), counterPage],
  ['/desk/counter/:id', (clerk, reply, { id }) => counterServicePage(clerk, reply, id)],
  [URLS.deskFigures(), figuresPage],
  [URLS.deskAbsence(), (clerk, reply) => absencePage(clerk, reply)],
  [URLS.deskClosures(), (clerk, reply) => closuresPage(clerk, reply)],
  [URLS.deskBulk(), bulkPage],
  [URLS.deskShortcuts(), shortcutsPage],
  [URLS.deskEvents(), tellNews],
]

const POSTS: readonly (readonly [string, Answer])[] = [
  ['/desk/tasks/:id', (clerk, reply, { id }) => postTask(clerk, reply, id, asked(clerk))],
  ...TASK_ACTIONS.map(
    (action) =>
      [
        `/desk/tasks/:id/${action}`,
        (clerk: Clerk, reply: FastifyReply, { id }: Params) => TASK_POSTS[action](clerk, reply, id),
      ] as const,
  ),
  ['/desk/applications/:id/notes', (clerk, reply, { id }) => postNote(clerk, reply, id)],
  ['/desk/applications/:id/clocks', (clerk, reply, { id }) => postClock(clerk, reply, id)],
  [URLS.deskFilters(), postFilter],
  ['/desk/filters/:id/remove', (clerk, reply, { id }) => removeFilter(clerk, reply, id)],
  ['/desk/counter/:id', (clerk, reply, { id }) => postCounter(clerk, reply, id)],
  [URLS.deskAbsence(), postAbsence],
  ['/desk/absence/:id/end', (clerk, reply, { id }) => endAbsence(clerk, reply, id)],
  [URLS.deskClosures(), postClosure],
  ['/desk/closures/:id/withdraw', (clerk, reply, { id }) => postWithdrawal(clerk, reply, id)],
  [URLS.deskBulk(), postBulk],
  [URLS.deskShortcuts(), switchShortcuts],
]

/** What is for those who oversee the work, as over the API. */
const isOver = (url: string): boolean => url.endsWith('/assign') || url.startsWith(URLS.deskClosures())

/** Where much is typed, which is kept when the session runs out. */
const TYPED: ReadonlySet<string> = new Set(['/desk/tasks/:id', '/desk/applications/:id/notes', '/desk/counter/:id'])

const ROOT = join(import.meta.dirname, '../../../..')

export const DESK: Area = {
  assets: {
    'forms.css': join(ROOT, 'forms/html/forms.css'),
    'forms.js': join(ROOT, 'forms/browser/live.ts'),
    'desk.css': join(import.meta.dirname, 'desk.css'),
    'desk.js': join(import.meta.dirname, 'browser/desk.ts'),
  },
  routes(app: FastifyInstance, context) {
    for (const [method, routes] of [
      ['GET', GETS],
      ['POST', POSTS],
    ] as const)
      for (const [url, answer] of routes)
        app.route<{ Params: Params }>({
          method,
          url,
          config: {
            policy: url.endsWith('/clocks') ? roles('supervisor') : isOver(url) ? overDesk : atDesk,
            ...(method === 'POST' && TYPED.has(url) && { typed: 'form' as const }),
            ...(url === '/desk/tasks/:id' && { fileLimits: limitsOfTask(context.engine, 'id') }),
            ...(url.endsWith('/draft') && { typed: 'background' as const }),
          },
          handler: (request, reply) => answer(clerkOf(request, context), reply, request.params),
        })
  },
}
