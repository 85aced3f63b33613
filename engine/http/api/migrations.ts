/** Running applications go over to another version of their service: one at once, or many as a batch with progress. */
import type { FastifyInstance } from 'fastify'
import type { MigrateRequest } from '../../commands/migration/migrate-instance.ts'
import type { MigrationRequest } from '../../commands/migration/batches.ts'
import { actorName } from '../../core/actor.ts'
import type { MigrationBatch } from '../../core/migration-batch.ts'
import { roles } from '../policy.ts'
import { gives, givesPageOf } from '../resources.ts'
import { about, idParam, limitOf, nothing, paging, strict, text } from '../schema.ts'
import { actorOfRequest, orThrow, type ApiContext } from './context.ts'

/** How elements, timers, jobs and called processes go over; see engine/core/migration.ts. */
const way = {
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

const truth = (description: string): object => ({ type: 'boolean', description })

export function migrationRoutes(app: FastifyInstance, context: ApiContext): void {
  one(app, context)
  many(app, context)
  following(app, context)
}

function one(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<{ Params: { id: string }; Body: MigrateRequest }>(
    '/api/instances/:id/migrate',
    {
      config: { policy: roles('operator') },
      schema: {
        ...about('migrations', 'Take an application over to another version, or say every reason against it'),
        params: idParam,
        body: strict({ to: text(20), ...way, dryRun: truth('Only say whether it can') }, ['to']),
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

function many(app: FastifyInstance, { engine }: ApiContext): void {
  app.post<{ Body: MigrationRequest }>(
    '/api/migrations',
    {
      config: { policy: roles('operator') },
      schema: {
        ...about('migrations', 'Take all running applications of a version over to another one, piece by piece'),
        body: strict(
          {
            packageId: text(80),
            from: text(20),
            to: text(20),
            ...way,
            dryRun: truth('Only check every application'),
            strict: truth('Change nothing where anything stands against one of them'),
          },
          ['packageId', 'from', 'to'],
        ),
        response: gives('Migration', 201),
      },
    },
    async (request, reply) => {
      const batch = orThrow(await engine.startMigration(actorOfRequest(request), request.body))
      return reply.code(201).header('location', `/api/migrations/${batch.id}`).send(shown(batch))
    },
  )

  app.post<{ Params: { id: string } }>(
    '/api/migrations/:id/cancel',
    {
      config: { policy: roles('operator') },
      schema: {
        ...about('migrations', 'Call a migration off; applications that were taken along stay where they are'),
        params: idParam,
        body: nothing,
        response: gives('Migration'),
      },
    },
    async (request) => shown(orThrow(await engine.cancelMigration(actorOfRequest(request), request.params.id))),
  )
}

function following(app: FastifyInstance, { engine }: ApiContext): void {
  const policy = roles('operator', 'supervisor', 'auditor')
  app.get<{ Querystring: { after?: string; limit?: string } }>(
    '/api/migrations',
    {
      config: { policy },
      schema: {
        ...about(
          'migrations',
          'Migrations of my agency, newest first; of every agency for operators of the installation',
        ),
        querystring: strict(paging),
        response: givesPageOf('Migration'),
      },
    },
    async (request) => {
      const page = await engine.listMigrations(actorOfRequest(request), pageOf(request.query))
      return { ...page, items: page.items.map(shown) }
    },
  )

  app.get<{ Params: { id: string } }>(
    '/api/migrations/:id',
    {
      config: { policy },
      schema: { ...about('migrations', 'How far it has come'), params: idParam, response: gives('Migration') },
    },
    async (request) => shown(orThrow(await engine.getMigration(actorOfRequest(request), request.params.id))),
  )

  app.get<{ Params: { id: string }; Querystring: { after?: string; limit?: string } }>(
    '/api/migrations/:id/failures',
    {
      config: { policy },
      schema: {
        ...about('migrations', 'Applications that could not be taken along, each with every reason'),
        params: idParam,
        querystring: strict(paging),
        response: givesPageOf('MigrationFailure'),
      },
    },
    async (request) => {
      const { params, query } = request
      const page = orThrow(await engine.listMigrationFailures(actorOfRequest(request), params.id, pageOf(query)))
      return {
        ...page,
        items: page.items.map(({ instance, reference, code, detail, findings, retry, at }) => ({
          instance,
          reference,
          code,
          detail,
          findings,
          retry,
          at: new Date(at).toISOString(),
        })),
      }
    },
  )
}

const pageOf = (query: { readonly after?: string; readonly limit?: string }) => ({
  limit: limitOf(query),
  ...(query.after === undefined ? {} : { after: query.after }),
})

function shown(batch: MigrationBatch): object {
  const { actor, migration, createdAt, changedAt, endedAt, due, report, trouble } = batch
  const { id, agency, packageId, from, to, dryRun, strict, status, total, ready, migrated, failed } = batch
  return {
    id,
    agency,
    packageId,
    from,
    to,
    ...migration,
    dryRun,
    strict,
    status,
    total,
    ready,
    migrated,
    failed,
    report,
    createdBy: actorName(actor),
    createdAt: new Date(createdAt).toISOString(),
    changedAt: new Date(changedAt).toISOString(),
    ...(endedAt === undefined ? {} : { endedAt: new Date(endedAt).toISOString() }),
    ...(trouble === undefined ? {} : { trouble }),
    ...(due > changedAt && endedAt === undefined ? { againAt: new Date(due).toISOString() } : {}),
  }
}
