/** Batches as operators see them: begun, followed, called off. The worker takes them on (advance.ts). */
import type { Actor } from '../../core/actor.ts'
import type { AgencyId } from '../../core/ids.ts'
import { isOpen, type MigrationBatch, type MigrationFailure } from '../../core/migration-batch.ts'
import type { Page } from '../../core/page.ts'
import { agencyOf, mayActFor } from '../../core/policy/access.ts'
import { conflict, forbidden, isProblem, notFound, type Problem } from '../../core/problem.ts'
import type { EngineDeps } from '../../deps.ts'
import { wayOf, type WayRequest } from './way.ts'

export interface MigrationRequest extends WayRequest {
  /** Check and change nothing. */
  readonly dryRun?: boolean
  /** Change nothing where the check finds anything against one. */
  readonly strict?: boolean
}

export async function startMigration(
  deps: EngineDeps,
  actor: Actor,
  { dryRun = false, strict = false, ...request }: MigrationRequest,
): Promise<MigrationBatch | Problem> {
  const owner = (await deps.store.deployments.latest(request.packageId))?.agency
  if (owner !== undefined && !mayActFor(actor, owner))
    return forbidden(
      'migration.agency',
      `Expected a service of your agency, but ${request.packageId} is of ${owner}; ask its operators`,
    )
  const way = await wayOf(deps, request)
  if (isProblem(way)) return way
  const { agency } = way.source.workflow
  const now = deps.clock.now()
  const { packageId, from, to } = request
  const batch: MigrationBatch = {
    id: deps.ids.uuid(),
    agency,
    packageId,
    from,
    to,
    migration: way.migration,
    dryRun,
    strict,
    status: 'checking',
    actor,
    createdAt: now,
    changedAt: now,
    cursor: '',
    total: 0,
    ready: 0,
    report: [],
    pass: 0,
    due: 0,
    migrated: 0,
    failed: 0,
  }
  await deps.store.migrations.add(batch)
  return batch
}

const noSuchMigration = notFound(
  'migration.not-found',
  'Expected the id of a migration you may see, but there is none by this id',
)

export async function getMigration(deps: EngineDeps, actor: Actor, id: string): Promise<MigrationBatch | Problem> {
  const batch = await deps.store.migrations.get(id)
  return batch === undefined || !mayActFor(actor, batch.agency) ? noSuchMigration : batch
}

export function listMigrations(
  deps: EngineDeps,
  actor: Actor,
  query: { readonly after?: string; readonly limit: number },
): Promise<Page<MigrationBatch>> {
  const own: { readonly agency?: AgencyId } = agencyOf(actor)
  return deps.store.migrations.list({ ...query, ...own })
}

export async function listMigrationFailures(
  deps: EngineDeps,
  actor: Actor,
  id: string,
  query: { readonly after?: string; readonly limit: number },
): Promise<Page<MigrationFailure> | Problem> {
  const batch = await getMigration(deps, actor, id)
  if (isProblem(batch)) return batch
  const page = await deps.store.migrations.failures({ ...query, batch: batch.id })
  return isOpen(batch) ? page : { ...page, items: page.items.map((failure) => ({ ...failure, retry: false })) }
}

/** What was taken along stays so; what is on its way at this moment is still written. */
export async function cancelMigration(deps: EngineDeps, actor: Actor, id: string): Promise<MigrationBatch | Problem> {
  const batch = await getMigration(deps, actor, id)
  if (isProblem(batch)) return batch
  const canceled = await deps.store.migrations.cancel(batch.id, deps.clock.now())
  return canceled
    ? getMigration(deps, actor, id)
    : conflict('migration.over', `Expected a migration that runs, but it is ${batch.status}; begin a new one`)
}
