/** Running applications go over to another version of their service. */
import type { FastifyInstance } from 'fastify'
import type { MigrateRequest } from '../../commands/migration/migrate-instance.ts'
import { roles } from '../policy.ts'
import { gives } from '../resources.ts'
import { about, idParam, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

/** How elements, timers, jobs and called processes go over; see engine/core/migration.ts. */
export const way = {
  mapping: {
    type: 'object',
    maxProperties: 1_000,
    additionalProperties: { type: 'string', maxLength: 200 },
    description: 'Element or flow of the present version -> its place in the other; "" = nothing takes its place',
  },
  timers: { enum: ['keep', 'renew'], description: 'keep: timers that go on keep their time' },
  jobs: { enum: ['renew', 'keep'], description: 'keep: open jobs stay as they went out' },
  called: { enum: ['follow', 'keep'], description: 'keep: called processes stay on their version' },
} as const

export function migrationRoutes(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<{ Params: { id: string }; Body: MigrateRequest }>(
    '/api/instances/:id/migrate',
    {
      config: { policy: roles('operator') },
      schema: {
        ...about('migrations', 'Take an application over to another version, or say every reason against it'),
        params: idParam,
        body: strict({ to: text(20), ...way, dryRun: { type: 'boolean' } }, ['to']),
        response: gives('Migrated'),
      },
    },
    async (request) => {
      const actor = actorOfRequest(request)
      const { row } = orThrow(await engine.getInstance(actor, request.params.id))
      const { program, changed } = orThrow(await engine.migrateInstance(actor, row.id, request.body))
      return { instance: row.id, reference: row.reference, program, changed }
    },
  )
}
