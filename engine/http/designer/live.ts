/** A version at work and an application moved through, over HTTP, for the designer. */
import type { FastifyInstance } from 'fastify'
import type { LiveElement } from '../../commands/live-version.ts'
import { programParts } from '../../core/ids.ts'
import { actorOfRequest, orThrow, type ApiContext } from '../api/context.ts'
import { idParam, paging, params, strict, text } from '../schema.ts'
import { atDesigner } from './audience.ts'
import { instant } from './shown.ts'

const config = { policy: atDesigner }

interface Version {
  readonly Params: { readonly packageId: string; readonly version: string }
}

export function liveRoutes(app: FastifyInstance, context: ApiContext): void {
  versions(app, context)
  instances(app, context)
}

function versions(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<Version>(
    '/designer/api/live/:packageId/:version',
    { config, schema: { params: params('packageId', 'version') } },
    async (request) => {
      const { packageId, version } = request.params
      const { drawings, processes, ...live } = orThrow(
        await engine.getLiveVersion(actorOfRequest(request), packageId, version),
      )
      return {
        ...live,
        processes: processes.map(({ elements, ...process }) => ({ ...process, elements: elements.map(shownElement) })),
        drawings: Object.fromEntries(drawings),
      }
    },
  )

  app.get<Version & { Querystring: { readonly process: string; readonly element: string; readonly after?: string } }>(
    '/designer/api/live/:packageId/:version/standing',
    {
      config,
      schema: {
        params: params('packageId', 'version'),
        querystring: strict({ process: text(200), element: text(200), after: paging.after }, ['process', 'element']),
      },
    },
    async (request) => {
      const query = { ...request.params, ...request.query }
      const { items, next } = orThrow(await engine.listStandingInstances(actorOfRequest(request), query))
      return {
        items: items.map(({ since, ...item }) => ({ ...item, since: instant(since) })),
        ...(next !== undefined && { next }),
      }
    },
  )
}

const shownElement = ({ median, oldest, ...element }: LiveElement): object => ({
  ...element,
  ...(median !== undefined && { median: instant(median) }),
  ...(oldest !== undefined && { oldest: instant(oldest) }),
})

function instances(app: FastifyInstance, { engine }: ApiContext): void {
  app.get<{ Params: { readonly id: string } }>(
    '/designer/api/live/instances/:id',
    { config, schema: { params: idParam } },
    async (request) => {
      const { moments, startedAt, program, ...course } = orThrow(
        await engine.followRecord(actorOfRequest(request), request.params.id),
      )
      return {
        ...course,
        ...programParts(program),
        startedAt: instant(startedAt),
        moments: moments.map(({ at, ...moment }) => ({ ...moment, at: instant(at) })),
      }
    },
  )

  app.get<{ Params: { readonly id: string; readonly event: string } }>(
    '/designer/api/live/instances/:id/moments/:event',
    {
      config,
      schema: {
        params: strict({ id: text(200), event: { type: 'string', pattern: '^[1-9][0-9]{0,8}$' } }, ['id', 'event']),
      },
    },
    async (request) => {
      const { id, event } = request.params
      const { at, program, ...moment } = orThrow(
        await engine.getInstanceMoment(actorOfRequest(request), id, Number(event)),
      )
      return { ...moment, ...programParts(program), at: instant(at) }
    },
  )
}
