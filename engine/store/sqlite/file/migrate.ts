/**
 * How the store's tables come about: the numbered files in `migrations/`, each run once, in order, in one transaction.
 *
 * A file that ran is never changed: its digest is kept and compared. A store that knows a migration this version does
 * not was opened by a newer one, and is refused rather than misread.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Failpoint } from '../../../core/failpoint.ts'
import { ProblemError, unavailable } from '../../../core/problem.ts'
import type { Connection } from './driver.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly digest: string
}

const FOLDER = new URL('../migrations/', import.meta.url)
const NAME = /^(\d{4})-[a-z0-9-]+\.sql$/
/** "MASR": marks a file as a store of ours. */
const APPLICATION_ID = 0x4d415352

const LEDGER = `
  BEGIN IMMEDIATE;
  PRAGMA application_id = ${APPLICATION_ID};
  CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, digest TEXT NOT NULL) STRICT;
  COMMIT;`

/** In order, numbered from 1 without gaps. */
export function readMigrations(folder: URL = FOLDER): Migration[] {
  return readdirSync(folder)
    .sort()
    .map((name, index) => {
      const number = Number(NAME.exec(name)?.[1])
      if (number !== index + 1)
        throw new Error(
          `Expected migration ${index + 1} to be named like "0001-what.sql", but found "${name}" in its place`,
        )
      const sql = readFileSync(new URL(name, folder), 'utf8')
      return { number, name, sql, digest: createHash('sha256').update(sql).digest('hex') }
    })
}

/** @returns the number of the last migration */
export function migrate(db: Connection, migrations: readonly Migration[], failpoint: Failpoint): number {
  assertOurs(db)
  db.exec(LEDGER)
  const done = db
    .query<{ number: number; name: string; digest: string }>('SELECT * FROM migrations ORDER BY number')
    .all()
  for (const { number, name, digest } of done) {
    const known = migrations[number - 1]
    if (!known)
      throw refusal(`it was opened by a newer version of Masar (migration ${name}); start that version or a newer one`)
    if (known.digest !== digest)
      throw refusal(`migration ${known.name} is not the one that made it; put the released file back`)
  }
  for (const migration of migrations.slice(done.length)) run(db, migration, failpoint)
  return migrations.length
}

function run(db: Connection, migration: Migration, failpoint: Failpoint): void {
  try {
    db.exec('BEGIN IMMEDIATE')
    db.exec(migration.sql)
    failpoint('store.mid-migration')
    db.statement('INSERT INTO migrations VALUES (?, ?, ?)').run(migration.number, migration.name, migration.digest)
    db.exec('COMMIT')
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function assertOurs(db: Connection): void {
  const tables = db.query<{ count: number }>('SELECT count(*) AS count FROM sqlite_schema').get()?.count ?? 0
  if (tables > 0 && db.pragma('application_id') !== APPLICATION_ID)
    throw refusal('it holds the tables of another program; choose another file')
}

const refusal = (reason: string): ProblemError =>
  new ProblemError(unavailable('store.migrations', `Expected a store this version of Masar can read, but ${reason}`))
