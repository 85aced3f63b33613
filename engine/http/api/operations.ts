/** What operators do with a running application: hold it and let it go on. */
import type { FastifyInstance } from 'fastify'
import type { Actor } from '../../core/actor.ts'
import type { InstanceId } from '../../core/ids.ts'
import type { Problem } from '../../core/problem.ts'
import type { Moved } from '../../transition.ts'
import { roles } from '../policy.ts'
import { about, idParam, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

export function operationRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  withReason(
    'suspend',
    'Hold an application: nothing moves in it, and nothing that comes is lost',
    engine.suspendInstance,
  )
  withReason('resume', 'Let a suspended application go on', engine.resumeInstance)

  function withReason(
    name: string,
    summary: string,
    command: (actor: Actor, instance: InstanceId, reason: string) => Promise<Moved | Problem>,
  ): void {
    app.post<{ Params: { id: string }; Body: { reason: string } }>(
      `/api/instances/:id/${name}`,
      {
        config: { policy: roles('operator') },
        schema: {
          ...about('instances', summary),
          params: idParam,
          body: strict({ reason: text(2_000) }, ['reason']),
        },
      },
      async (request) => {
        const actor = actorOfRequest(request)
        const { row } = orThrow(await engine.getInstance(actor, request.params.id))
        const moved = orThrow(await command(actor, row.id, request.body.reason))
        return { id: moved.state.id, status: moved.state.status }
      },
    )
  }
}
