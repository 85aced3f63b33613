/** Who looked into an application, and which registers were asked about its applicant. */
import type { FastifyInstance } from 'fastify'
import { signedIn } from '../policy.ts'
import { about, idParam, limitOf, paging, strict } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

export function dataAccessRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Params: { id: string }; Querystring: { after?: string; limit?: string } }>(
    '/api/instances/:id/accesses',
    {
      config: { policy: signedIn },
      schema: {
        ...about('instances', 'Who read the data of this application, when and why; for the applicant and auditors'),
        params: idParam,
        querystring: strict(paging),
      },
    },
    async (request) => {
      const { after } = request.query
      const { accesses, asked } = orThrow(
        await engine.listDataAccesses(actorOfRequest(request), request.params.id, {
          limit: limitOf(request.query),
          ...(after === undefined ? {} : { after }),
        }),
      )
      return {
        items: accesses.items.map(({ instance: _instance, ...access }) => ({ ...access, ...timeOf(access.at) })),
        ...(accesses.next === undefined ? {} : { next: accesses.next }),
        asked: asked.map((one) => ({ ...one, ...timeOf(one.at) })),
      }
    },
  )
}

const timeOf = (at: number): { readonly at: string } => ({ at: new Date(at).toISOString() })
