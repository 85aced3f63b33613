/** Steps that are chosen while an application runs: which there are to choose, and choosing them. */
import type { FastifyInstance } from 'fastify'
import type { AdHocRequest } from '../../commands/ad-hoc.ts'
import { roles } from '../policy.ts'
import { about, idParam, jsonObject, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

const policy = roles('clerk', 'supervisor', 'operator', 'worker')

export function adHocRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Params: { id: string } }>(
    '/api/instances/:id/ad-hoc',
    {
      config: { policy: roles('clerk', 'supervisor', 'operator') },
      schema: { ...about('instances', 'Steps of open ad-hoc subprocesses I may begin now'), params: idParam },
    },
    async (request) => ({ items: orThrow(await engine.listAdHoc(actorOfRequest(request), request.params.id)) }),
  )

  app.post<{ Params: { id: string }; Body: AdHocRequest }>(
    '/api/instances/:id/ad-hoc',
    {
      config: { policy },
      schema: {
        ...about('instances', 'Begin steps of an ad-hoc subprocess'),
        params: idParam,
        body: strict(
          {
            in: text(200),
            elements: {
              type: 'array',
              minItems: 1,
              maxItems: 100,
              items: strict({ element: text(200), variables: jsonObject }, ['element']),
            },
          },
          ['elements'],
        ),
      },
    },
    async (request) => {
      const { state } = orThrow(await engine.activateAdHoc(actorOfRequest(request), request.params.id, request.body))
      return { id: state.id, status: state.status }
    },
  )
}
