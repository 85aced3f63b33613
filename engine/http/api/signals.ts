/** News for everybody who waits for it now. */
import type { FastifyInstance } from 'fastify'
import { agencyId } from '../../core/ids.ts'
import type { JsonObject } from '../../core/json.ts'
import { roles } from '../policy.ts'
import { givesOnce } from '../resources.ts'
import { about, jsonObject, line, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

interface SignalBody {
  readonly name: string
  readonly signalId?: string
  readonly variables?: JsonObject
  readonly agency?: string
}

export function signalRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<{ Body: SignalBody }>(
    '/api/signals',
    {
      config: { policy: roles('worker', 'operator', 'clerk') },
      schema: {
        ...about(
          'signals',
          'Broadcast a signal to every application of the agency that waits for it now, and begin the services that start with it; counted once per signalId',
        ),
        body: strict({ name: line(200), signalId: line(200), variables: jsonObject, agency: text(40) }, ['name']),
        response: givesOnce('Broadcast'),
      },
    },
    async (request, reply) => {
      const actor = actorOfRequest(request)
      const { agency, variables, ...signal } = request.body
      const broadcast = orThrow(
        await engine.broadcastSignal(actor, {
          ...signal,
          variables: variables ?? {},
          agency: agency === undefined ? actor.agency : orThrow(agencyId(agency)),
        }),
      )
      return reply.code(broadcast.accepted ? 201 : 200).send(broadcast)
    },
  )
}
