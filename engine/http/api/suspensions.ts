/** A whole service or agency at once: held, so that nothing of it begins and what runs is suspended, or called off. */
import type { FastifyInstance } from 'fastify'
import type { Cancellation } from '../../commands/cancel-instances.ts'
import type { Held } from '../../commands/service-suspension.ts'
import type { ServiceSuspension } from '../../core/suspension.ts'
import { roles } from '../policy.ts'
import { gives } from '../resources.ts'
import { about, limitOf, paging, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

const held = { packageId: text(80), agency: text(40) }

export function suspensionRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.get(
    '/api/suspensions',
    {
      config: { policy: roles('operator', 'supervisor', 'auditor') },
      schema: about(
        'suspensions',
        'Services of my agency that are held; of every agency for operators of the installation',
      ),
    },
    async (request) => ({ items: (await engine.listSuspensions(actorOfRequest(request))).map(shown) }),
  )

  app.get<{ Querystring: { after?: string; limit?: string } }>(
    '/api/suspensions/ended',
    {
      config: { policy: roles('operator', 'supervisor', 'auditor') },
      schema: {
        ...about(
          'suspensions',
          'Services of my agency that were held once, newest first: by whom, until when, and why',
        ),
        querystring: strict(paging),
      },
    },
    async (request) => {
      const { after } = request.query
      const page = await engine.listEndedSuspensions(actorOfRequest(request), {
        limit: limitOf(request.query),
        ...(after === undefined ? {} : { after }),
      })
      return { ...page, items: page.items.map(shown) }
    },
  )

  app.post<{ Body: Held & { readonly reason: string } }>(
    '/api/suspensions',
    {
      config: { policy: roles('operator') },
      schema: {
        ...about('suspensions', 'Hold a service, or all of my agency: nothing begins, and what runs is suspended'),
        body: strict({ ...held, reason: text(2_000) }, ['reason']),
      },
    },
    async (request, reply) =>
      reply.code(201).send(shown(orThrow(await engine.suspendService(actorOfRequest(request), request.body)))),
  )

  app.post<{ Body: Omit<Cancellation, 'limit'> & { readonly limit?: number } }>(
    '/api/instances/cancel',
    {
      config: { policy: roles('operator') },
      schema: {
        ...about(
          'instances',
          'End all running applications of a service, or of my agency; give `next` as `after` to go on',
        ),
        body: strict(
          { ...held, reason: text(2_000), after: text(500), limit: { type: 'integer', minimum: 1, maximum: 200 } },
          ['reason'],
        ),
        response: gives('Cancellation'),
      },
    },
    async (request) => orThrow(await engine.cancelInstances(actorOfRequest(request), { limit: 200, ...request.body })),
  )

  app.post<{ Body: Held & { readonly reason: string } }>(
    '/api/suspensions/lift',
    {
      config: { policy: roles('operator') },
      schema: {
        ...about('suspensions', 'Let a service begin again, and resume what was suspended for it'),
        body: strict({ ...held, reason: text(2_000) }, ['reason']),
      },
    },
    async (request) => shown(orThrow(await engine.resumeService(actorOfRequest(request), request.body))),
  )
}

const moment = (at: number): string => new Date(at).toISOString()

const shown = ({ at, lifted, endedAt, ...suspension }: ServiceSuspension): object => ({
  ...suspension,
  at: moment(at),
  ...(lifted && { lifted: { ...lifted, at: moment(lifted.at) } }),
  ...(endedAt !== undefined && { endedAt: moment(endedAt) }),
})
