/** Asking which services begin now. */
import type { FastifyInstance } from 'fastify'
import { agencyId } from '../../core/ids.ts'
import type { JsonObject } from '../../core/json.ts'
import { roles } from '../policy.ts'
import { gives } from '../resources.ts'
import { about, jsonObject, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

interface ConditionsBody {
  readonly variables: JsonObject
  readonly packageId?: string
  readonly agency?: string
}

export function conditionRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<{ Body: ConditionsBody }>(
    '/api/conditions',
    {
      config: { policy: roles('worker', 'operator', 'clerk') },
      schema: {
        ...about(
          'conditions',
          'Evaluate the conditional start events of the agency (or of one service) and begin each that holds; the same Idempotency-Key finds the same applications',
        ),
        headers: { type: 'object', properties: { 'idempotency-key': text(200) } },
        body: strict({ variables: jsonObject, packageId: text(80), agency: text(40) }, ['variables']),
        response: gives('Begun'),
      },
    },
    async (request) => {
      const actor = actorOfRequest(request)
      const { agency, ...asked } = request.body
      const key = request.headers['idempotency-key']
      return orThrow(
        await engine.evaluateConditions(actor, {
          ...asked,
          agency: agency === undefined ? actor.agency : orThrow(agencyId(agency)),
          ...(typeof key === 'string' ? { idempotencyKey: key } : {}),
        }),
      )
    },
  )
}
