/** What operators do with an application beside its procedure: hold it, move it by hand, begin an ended one again. */
import type { FastifyInstance } from 'fastify'
import type { Actor } from '../../core/actor.ts'
import type { InstanceId } from '../../core/ids.ts'
import type { Problem } from '../../core/problem.ts'
import type { Modification } from '../../commands/modify-instance.ts'
import type { Restart } from '../../commands/restart-instance.ts'
import type { Moved } from '../../transition.ts'
import { roles } from '../policy.ts'
import { gives } from '../resources.ts'
import { about, idParam, jsonObject, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

const local = { type: 'string', pattern: '^[1-9][0-9]{0,9}$', description: 'Id of an element instance at work' }

const instruction = (kind: string, properties: Readonly<Record<string, object>>, optional: readonly string[] = []) =>
  strict({ kind: { const: kind }, ...properties }, [
    'kind',
    ...Object.keys(properties).filter((name) => !optional.includes(name)),
  ])

/** As in core/modification.ts. */
const INSTRUCTIONS = [
  instruction('cancel', { id: local }),
  instruction('drop', { scope: local, flow: text(200) }),
  instruction('start', { element: text(200), scope: local, variables: jsonObject }, ['scope', 'variables']),
  instruction('move', { id: local, to: text(200) }),
  instruction('set', { scope: local, variables: jsonObject }, ['scope']),
]

export function operationRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<{ Params: { id: string }; Body: Modification }>(
    '/api/instances/:id/modify',
    {
      config: { policy: roles('operator') },
      schema: {
        ...about(
          'instances',
          'Move an application by hand: cancel, begin or move steps, set variables; all or nothing',
        ),
        params: idParam,
        body: strict(
          {
            reason: text(2_000),
            instructions: { type: 'array', minItems: 1, maxItems: 100, items: { oneOf: INSTRUCTIONS } },
          },
          ['reason', 'instructions'],
        ),
      },
    },
    async (request) => {
      const actor = actorOfRequest(request)
      const { row } = orThrow(await engine.getInstance(actor, request.params.id))
      const { state, events } = orThrow(await engine.modifyInstance(actor, row.id, request.body))
      const ended = events.find((event) => event.kind === 'modificationEnded')
      return { id: state.id, status: state.status, standing: ended?.after ?? [] }
    },
  )

  app.post<{ Params: { id: string }; Body: Restart }>(
    '/api/instances/:id/restart',
    {
      config: { policy: roles('operator') },
      schema: {
        ...about('instances', 'Continue an application that has ended as a new one, at the elements named'),
        params: idParam,
        body: strict(
          {
            reason: text(2_000),
            at: { type: 'array', minItems: 1, maxItems: 100, items: text(200) },
            variables: jsonObject,
          },
          ['reason', 'at'],
        ),
        response: gives('Started', 201),
      },
    },
    async (request, reply) => {
      const actor = actorOfRequest(request)
      const { row } = orThrow(await engine.getInstance(actor, request.params.id))
      const started = orThrow(await engine.restartInstance(actor, row.id, request.body))
      return reply.code(201).header('location', `/api/instances/${started.id}`).send(started)
    },
  )

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
