/** Applications that a batch could not take over to another version, each with its reasons. */
import type { InstanceId } from '../../core/ids.ts'
import type { MigrationFailure, MigrationStore } from '../../core/migration-batch.ts'
import type { Page } from '../../core/page.ts'
import type { Finding } from '../../core/problem.ts'
import type { Connection } from './file/driver.ts'
import { keyOf } from './rows/cursor.ts'
import { page } from './rows/page.ts'

type StoredFailure = Omit<MigrationFailure, 'findings' | 'retry'> & {
  readonly findings: string
  readonly retry: number
}

export function migrationFailures(db: Connection) {
  const insert = db.statement(`
    INSERT OR REPLACE INTO migration_failures (batch, instance, reference, code, detail, findings, retry, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)`)
  const list = db.query<StoredFailure>(`
    SELECT batch, instance, reference, code, detail, findings, retry, at FROM migration_failures
    WHERE batch = ? AND instance > ? ORDER BY instance LIMIT ?`)
  const retryable = db.query<{ instance: InstanceId }>(`
    SELECT instance FROM migration_failures WHERE batch = ? AND instance > ? AND retry = 1 ORDER BY instance LIMIT ?`)
  const forgive = db.statement(`
    DELETE FROM migration_failures AS f WHERE f.batch = ? AND NOT EXISTS (
      SELECT 1 FROM migration_batches b JOIN instances i ON i.id = f.instance WHERE b.id = f.batch AND i.ended_at IS NULL
        AND i.program >= b.package_id || '@' || b.from_version || '/'
        AND i.program < b.package_id || '@' || b.from_version || '0')`)
  return {
    forgive: (batch: string): void => {
      forgive.run(batch)
    },
    put({ batch, instance, reference, code, detail, findings, retry, at }: MigrationFailure): void {
      insert.run(batch, instance, reference, code, detail, JSON.stringify(findings), retry ? 1 : 0, at)
    },
    list({ batch, after, limit }: Parameters<MigrationStore['failures']>[0]): Page<MigrationFailure> {
      const [from = ''] = after === undefined ? [] : keyOf(after, ['text'])
      return page([list.all(batch, from, limit + 1)], {
        limit,
        order: 'ascending',
        key: ({ instance }) => [instance],
        item: read,
      })
    },
    retryable: (batch: string, cursor: string, limit: number): readonly InstanceId[] =>
      retryable.all(batch, cursor, limit).map(({ instance }) => instance),
  }
}

const read = ({ findings, retry, ...rest }: StoredFailure): MigrationFailure => ({
  ...rest,
  findings: JSON.parse(findings) as readonly Finding[],
  retry: retry === 1,
})
