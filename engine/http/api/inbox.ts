/** The inbox as a clerk sees it, how much lies in it, how the work stands, and applications found by what people say of them. */
import type { FastifyInstance } from 'fastify'
import type { InboxFilter } from '../../commands/inbox-filter.ts'
import { atDesk } from '../policy.ts'
import { gives, givesPageOf } from '../resources.ts'
import { inboxFilter } from '../resources/desk.ts'
import { about, limitOf, paging, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'
import { summary } from './instances.ts'
import { shownTask } from './tasks.ts'

interface Paged {
  readonly after?: string
  readonly limit?: string
}

export function inboxRoutes(app: FastifyInstance, context: ApiContext): void {
  inbox(app, context)
  finding(app, context)
}

function inbox(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Querystring: Partial<InboxFilter> & Paged }>(
    '/api/inbox',
    {
      config: { policy: atDesk },
      schema: {
        ...about('inbox', 'Tasks of mine, of my groups, or as a supervisor of everybody; overdue first'),
        querystring: strict({ ...inboxFilter, ...paging }),
        response: givesPageOf('Task'),
      },
    },
    async (request) => {
      const { limit: _, view = 'mine', ...query } = request.query
      const asked = { ...query, view, limit: limitOf(request.query) }
      const { items, next } = orThrow(await engine.listInbox(actorOfRequest(request), asked))
      return { items: items.map(shownTask), ...(next === undefined ? {} : { next }) }
    },
  )
  app.get(
    '/api/inbox/counts',
    {
      config: { policy: atDesk },
      schema: {
        ...about('inbox', 'How many tasks are open, and how many of them overdue'),
        response: gives('InboxCounts'),
      },
    },
    async (request) => orThrow(await engine.countInbox(actorOfRequest(request))),
  )
}

function finding(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Querystring: { readonly days?: string } }>(
    '/api/figures',
    {
      config: { policy: atDesk },
      schema: {
        ...about('inbox', 'How the work stands, per service and person; for supervisors, operators and auditors'),
        querystring: strict({
          days: {
            type: 'string',
            pattern: '^([1-9]|[1-9][0-9]|[12][0-9][0-9]|3[0-5][0-9]|36[0-6])$',
            description: 'What was done within so many days, today the last; 7 unless said otherwise',
          },
        }),
        response: gives('Figures'),
      },
    },
    async (request) => {
      const { days = '7' } = request.query
      const { now, since, tasks } = orThrow(await engine.getFigures(actorOfRequest(request), Number(days)))
      return { now: new Date(now).toISOString(), since: new Date(since).toISOString(), tasks }
    },
  )
  app.get<{ Querystring: { readonly text: string } & Paged }>(
    '/api/search',
    {
      config: { policy: atDesk },
      schema: {
        ...about('instances', 'Applications of my agency by reference number, ID number or name; newest first'),
        querystring: strict({ text: text(100), ...paging }, ['text']),
        response: givesPageOf('InstanceSummary'),
      },
    },
    async (request) => {
      const { text: words, after } = request.query
      const asked = { text: words, limit: limitOf(request.query), ...(after === undefined ? {} : { after }) }
      const page = orThrow(await engine.searchApplications(actorOfRequest(request), asked))
      return { ...page, items: page.items.map(summary) }
    },
  )
}
