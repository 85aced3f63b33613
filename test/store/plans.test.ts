import { afterAll, beforeAll, expect, it } from 'vitest'
import { pass } from '../../engine/core/failpoint.ts'
import { connect, type Connection } from '../../engine/store/sqlite/file/driver.ts'
import { migrate, readMigrations } from '../../engine/store/sqlite/file/migrate.ts'

let db: Connection
beforeAll(() => {
  db = connect(':memory:', 0)
  migrate(db, readMigrations(), pass)
})
afterAll(() => db.close())

it.each([
  [
    'how many failed',
    'SELECT id, (SELECT count(*) FROM migration_failures f WHERE f.batch = b.id) FROM migration_batches b',
  ],
  [
    'who is tried again',
    "SELECT instance FROM migration_failures WHERE batch = 'b' AND instance > 'i' AND retry = 1 ORDER BY instance LIMIT 9",
  ],
])('of a migration in which a hundred thousand fail, %s is found without reading their reasons', (_, sql) => {
  const plan = db.query<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all()
  expect(plan.map(({ detail }) => detail)).toContainEqual(
    expect.stringMatching(/USING COVERING INDEX migration_failures_retry/),
  )
})
