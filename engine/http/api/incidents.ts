/** Where applications stand still, and trying again. */
import type { FastifyInstance } from 'fastify'
import type { IncidentKind } from '../../commands/resolve-incidents.ts'
import { globalId } from '../../core/ids.ts'
import type { IncidentCause } from '../../core/instance.ts'
import { roles } from '../policy.ts'
import { gives, givesPageOf } from '../resources.ts'
import { about, idParam, limitOf, paging, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

const CAUSES = [
  'expression',
  'condition',
  'job',
  'error',
  'limit',
  'decision',
  'timer',
  'message',
  'call',
] as const satisfies readonly IncidentCause[]

export function incidentRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Querystring: { after?: string; limit?: string } }>(
    '/api/incidents',
    {
      config: { policy: roles('operator', 'supervisor', 'auditor') },
      schema: {
        ...about('incidents', 'Open incidents of my agency; of every agency for operators of the installation'),
        querystring: strict(paging),
        response: givesPageOf('Incident'),
      },
    },
    async (request) => {
      const { after } = request.query
      const page = await engine.listIncidents(actorOfRequest(request), {
        limit: limitOf(request.query),
        ...(after === undefined ? {} : { after }),
      })
      return {
        ...page,
        items: page.items.map((row) => ({
          ...row,
          id: globalId(row.instance, row.id),
          raisedAt: new Date(row.raisedAt).toISOString(),
        })),
      }
    },
  )

  app.post<{ Body: Omit<IncidentKind, 'limit'> & { readonly limit?: number } }>(
    '/api/incidents/resolve',
    {
      config: { policy: roles('operator') },
      schema: {
        ...about(
          'incidents',
          'Try again all open incidents of a kind; give `next` as `after` to go on: those raised meanwhile stay',
        ),
        body: strict({
          cause: { enum: CAUSES },
          element: text(200),
          packageId: text(80),
          message: text(200),
          retries: { type: 'integer', minimum: 1, maximum: 100 },
          after: text(500),
          limit: { type: 'integer', minimum: 1, maximum: 200 },
        }),
        response: gives('Resolution'),
      },
    },
    async (request) => orThrow(await engine.resolveIncidents(actorOfRequest(request), { limit: 200, ...request.body })),
  )

  app.post<{ Params: { id: string }; Body: { retries?: number } | undefined }>(
    '/api/incidents/:id/resolve',
    {
      config: { policy: roles('operator') },
      schema: {
        ...about('incidents', 'Try again from where it stopped'),
        params: idParam,
        body: { ...strict({ retries: { type: 'integer', minimum: 1, maximum: 100 } }), type: ['object', 'null'] },
      },
    },
    async (request) => {
      const moved = orThrow(
        await engine.resolveIncident(actorOfRequest(request), request.params.id, request.body?.retries),
      )
      return {
        instance: moved.state.id,
        status: moved.state.status,
        incidents: Object.keys(moved.state.incidents).length,
      }
    },
  )
}
