/** News from other systems for waiting applications. */
import type { FastifyInstance } from 'fastify'
import { agencyId } from '../../core/ids.ts'
import type { JsonObject } from '../../core/json.ts'
import { roles } from '../policy.ts'
import { givesOnce } from '../resources.ts'
import { about, jsonObject, line, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

interface MessageBody {
  readonly name: string
  readonly correlationKey?: string
  readonly messageId?: string
  readonly timeToLive?: number
  readonly variables?: JsonObject
  readonly agency?: string
}

export function messageRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<{ Body: MessageBody }>(
    '/api/messages',
    {
      config: { policy: roles('worker', 'operator', 'clerk') },
      schema: {
        ...about(
          'messages',
          'Publish a message; kept until its time to live (milliseconds) ends, counted once per messageId',
        ),
        body: strict(
          {
            name: line(200),
            correlationKey: { type: 'string', maxLength: 500 },
            messageId: line(200),
            timeToLive: { type: 'integer', minimum: 0, maximum: 31_622_400_000 },
            variables: jsonObject,
            agency: text(40),
          },
          ['name'],
        ),
        response: givesOnce('Published'),
      },
    },
    async (request, reply) => {
      const actor = actorOfRequest(request)
      const { agency, variables, ...message } = request.body
      const published = orThrow(
        await engine.publishMessage(actor, {
          ...message,
          variables: variables ?? {},
          agency: agency === undefined ? actor.agency : orThrow(agencyId(agency)),
        }),
      )
      return reply.code(published.accepted ? 201 : 200).send(published)
    },
  )
}
