/** Ways to look at the inbox that a clerk keeps, alone or with the colleagues of a group. */
import type { FastifyInstance } from 'fastify'
import { filterIn, filterText, type InboxFilter } from '../../commands/inbox-filter.ts'
import type { SavedFilter } from '../../core/saved-filter.ts'
import { atDesk } from '../policy.ts'
import { gives, givesAll } from '../resources.ts'
import { inboxFilter } from '../resources/desk.ts'
import { about, idParam, line, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

interface NewFilter {
  readonly name: string
  readonly filter: InboxFilter
  readonly office?: string
}

export function savedFilterRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.get(
    '/api/filters',
    {
      config: { policy: atDesk },
      schema: {
        ...about('inbox', 'My filters, then those shown to my groups, each by name'),
        response: givesAll('SavedFilter'),
      },
    },
    async (request) => ({ items: (await engine.listFilters(actorOfRequest(request))).map(shown) }),
  )
  app.post<{ Body: NewFilter }>(
    '/api/filters',
    {
      config: { policy: atDesk },
      schema: {
        ...about('inbox', 'Keep a filter under a name, for me or for a group of mine'),
        body: strict(
          {
            name: line(80),
            filter: strict(inboxFilter, ['view']),
            office: { ...text(100), description: 'The group whose members see it as well' },
          },
          ['name', 'filter'],
        ),
        response: gives('SavedFilter', 201),
      },
    },
    async (request, reply) => {
      const { name, filter, office } = request.body
      const asked = { name, filter: filterText(filter), ...(office === undefined ? {} : { office }) }
      return reply.code(201).send(shown(orThrow(await engine.saveFilter(actorOfRequest(request), asked))))
    },
  )
  app.delete<{ Params: { id: string } }>(
    '/api/filters/:id',
    {
      config: { policy: atDesk },
      schema: {
        ...about('inbox', 'Throw a filter away: my own, or as a supervisor one shown to my group'),
        params: idParam,
        response: { 204: { description: 'Gone', type: 'null' } },
      },
    },
    async (request, reply) => {
      orThrow(await engine.removeFilter(actorOfRequest(request), request.params.id))
      return reply.code(204).send()
    },
  )
}

const shown = ({ id, name, owner, office, filter, createdAt }: SavedFilter): object => ({
  id,
  name,
  owner,
  ...(office === undefined ? {} : { office }),
  filter: filterIn(filter),
  createdAt: new Date(createdAt).toISOString(),
})
