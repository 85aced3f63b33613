/** Batches of applications that go over to another version, and what each has still to do. */
import type { Actor } from '../../core/actor.ts'
import type { InstanceId } from '../../core/ids.ts'
import type { InstanceStatus } from '../../core/instance.ts'
import type { MigrationBatch, MigrationStore, RefusalCount } from '../../core/migration-batch.ts'
import type { Page } from '../../core/page.ts'
import type { Appliers } from './write/change.ts'
import type { WriteQueue } from './write/commit.ts'
import type { Connection } from './file/driver.ts'
import { migrationFailures } from './migration-failures.ts'
import { keyOf } from './rows/cursor.ts'
import { page } from './rows/page.ts'
import type { Stored } from './rows/row.ts'

type Plan = Pick<MigrationBatch, 'migration' | 'dryRun' | 'strict'>
type Told = 'migration' | 'dryRun' | 'strict' | 'actor' | 'report'
type StoredBatch = Stored<Omit<MigrationBatch, Told>> & {
  readonly seq: number
  readonly plan: string
  readonly actor: string
  readonly report: string
}

const SELECT = `SELECT b.seq, b.id, b.agency, b.package_id AS packageId, b.from_version AS "from", b.to_version AS "to",
  b.plan, b.actor, b.status, b.created_at AS createdAt, b.changed_at AS changedAt, b.ended_at AS endedAt, b.cursor,
  b.total, b.ready, b.report, b.pass, b.due, b.trouble, c.migrated,
  (SELECT count(*) FROM migration_failures f WHERE f.batch = b.id) AS failed
  FROM migration_batches b JOIN migration_counts c ON c.batch = b.id`

const OPEN = "b.status IN ('checking', 'running')"

export function migrationBatches(db: Connection, queue: WriteQueue): MigrationStore {
  const get = db.query<StoredBatch>(`${SELECT} WHERE b.id = ?`)
  const open = db.query<{ id: string }>(`SELECT b.id FROM migration_batches b WHERE b.id = ? AND ${OPEN}`)
  const next = db.query<StoredBatch>(`${SELECT} WHERE ${OPEN} AND b.due <= ? ORDER BY b.changed_at LIMIT 1`)
  const list = db.query<StoredBatch>(`${SELECT}
    WHERE b.seq < :before AND (:agency IS NULL OR b.agency = :agency) ORDER BY b.seq DESC LIMIT :limit`)
  const cancel = db.statement(`
    UPDATE migration_batches AS b SET status = 'canceled', changed_at = ?, ended_at = ?, trouble = NULL WHERE b.id = ? AND ${OPEN}`)
  const add = adder(db)
  const failures = migrationFailures(db)
  const advance = advancer(db, failures.put)
  const running = candidates(db)
  return {
    add: (batch) => queue.write(() => add(batch)),
    get: async (id) => batchOf(get.get(id)),
    isOpen: async (id) => open.get(id) !== undefined,
    next: async (now) => batchOf(next.get(now)),
    list: async ({ agency = null, after, limit }) => {
      const [before = Number.MAX_SAFE_INTEGER] = after === undefined ? [] : keyOf(after, ['number'])
      return listed(list.all({ before, agency, limit: limit + 1 }), limit)
    },
    candidates: async (batch, limit) =>
      batch.pass === 0 ? running(batch, limit) : failures.retryable(batch.id, batch.cursor, limit),
    advance: (batch, failed) => queue.write(() => advance(batch, failed)),
    forgive: (id) => queue.write(() => failures.forgive(id)),
    cancel: (id, at) => queue.write(() => cancel.run(at, at, id) === 1),
    failures: async (query) => failures.list(query),
  }
}

const listed = (rows: readonly StoredBatch[], limit: number): Page<MigrationBatch> =>
  page([rows], { limit, order: 'descending', key: ({ seq }) => [seq], item: read })

const batchOf = (row: StoredBatch | undefined): MigrationBatch | undefined => row && read(row)

function read(row: StoredBatch): MigrationBatch {
  const { id, agency, packageId, from, to, status, createdAt, changedAt, endedAt, trouble } = row
  const { cursor, total, ready, pass, due, migrated, failed } = row
  return {
    ...(JSON.parse(row.plan) as Plan),
    id,
    agency,
    packageId,
    from,
    to,
    status,
    createdAt,
    changedAt,
    cursor,
    total,
    ready,
    pass,
    due,
    migrated,
    failed,
    ...(endedAt === null ? {} : { endedAt }),
    ...(trouble === null ? {} : { trouble }),
    actor: JSON.parse(row.actor) as Actor,
    report: JSON.parse(row.report) as readonly RefusalCount[],
  }
}

/** Applications begun later do not belong to it. */
function adder(db: Connection): (batch: MigrationBatch) => void {
  const insert = db.statement(`
    INSERT INTO migration_batches (id, agency, package_id, from_version, to_version, plan, actor, status, created_at,
      changed_at, last, cursor, total, ready, report, pass, due)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(id), '') FROM instances), ?, ?, ?, ?, ?, ?)`)
  const count = db.statement('INSERT INTO migration_counts VALUES (?, 0)')
  return (batch) => {
    const { migration, dryRun, strict } = batch
    insert.run(
      batch.id,
      batch.agency,
      batch.packageId,
      batch.from,
      batch.to,
      JSON.stringify({ migration, dryRun, strict }),
      JSON.stringify(batch.actor),
      batch.status,
      batch.createdAt,
      batch.changedAt,
      batch.cursor,
      batch.total,
      batch.ready,
      JSON.stringify(batch.report),
      batch.pass,
      batch.due,
    )
    count.run(batch.id)
  }
}

function advancer(
  db: Connection,
  put: ReturnType<typeof migrationFailures>['put'],
): (batch: MigrationBatch, failures: Parameters<MigrationStore['advance']>[1]) => boolean {
  const update = db.statement(`
    UPDATE migration_batches AS b SET status = ?, changed_at = ?, ended_at = ?, cursor = ?, total = ?, ready = ?,
      report = ?, pass = ?, due = ?, trouble = ? WHERE b.id = ? AND ${OPEN}`)
  return (batch, failures) => {
    const { status, changedAt, endedAt = null, cursor, total, ready, report, pass, due, trouble = null, id } = batch
    const text = JSON.stringify(report)
    if (update.run(status, changedAt, endedAt, cursor, total, ready, text, pass, due, trouble, id) !== 1) return false
    for (const failure of failures) put(failure)
    return true
  }
}

const RUNNING: readonly InstanceStatus[] = ['active', 'suspended']

function candidates(db: Connection): (batch: MigrationBatch, limit: number) => readonly InstanceId[] {
  const running = db.query<{ id: InstanceId }>(`
    SELECT i.id FROM migration_batches b JOIN instances i INDEXED BY instances_agency
      ON i.agency = b.agency AND i.status = :status AND i.id > :cursor AND i.id <= b.last
    WHERE b.id = :batch AND i.program >= :program || '/' AND i.program < :program || '0' ORDER BY i.id LIMIT :limit`)
  return ({ id: batch, packageId, from, cursor }, limit) => {
    const program = `${packageId}@${from}`
    return RUNNING.flatMap((status) => running.all({ batch, status, cursor, program, limit }).map(({ id }) => id))
      .sort()
      .slice(0, limit)
  }
}

/** Counted in the very write that takes the application along. */
export function migrationChanges(db: Connection): Appliers<'countMigrated'> {
  const count = db.statement('UPDATE migration_counts SET migrated = migrated + 1 WHERE batch = ?')
  const forgive = db.statement('DELETE FROM migration_failures WHERE batch = ? AND instance = ?')
  return {
    countMigrated: ({ batch, instance }) => {
      count.run(batch)
      forgive.run(batch, instance)
    },
  }
}
