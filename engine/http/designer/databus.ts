/** What other agencies offer on the data bus, for the palette of the designer: the analyst's own agency asks, so it sees what it may call. */
import type { FastifyInstance } from 'fastify'
import { actorOfRequest, orThrow, type ApiContext } from '../api/context.ts'
import { strict } from '../schema.ts'
import { atDesigner } from './audience.ts'

export function databusRoutes(app: FastifyInstance, { options }: ApiContext): void {
  app.get<{ Querystring: { again?: 'true' } }>(
    '/designer/api/databus/services',
    {
      config: { policy: atDesigner },
      schema: { querystring: strict({ again: { type: 'string', enum: ['true'] } }) },
    },
    async (request) => {
      const { agency } = actorOfRequest(request)
      const { asOf, ...offered } = orThrow(await options.catalogue.of(agency, request.query.again === 'true'))
      return { ...offered, asOf: new Date(asOf).toISOString() }
    },
  )
}
