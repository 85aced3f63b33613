import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { pass } from '../../engine/core/failpoint.ts'
import { connect } from '../../engine/store/sqlite/file/driver.ts'
import { migrate, readMigrations } from '../../engine/store/sqlite/file/migrate.ts'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { withFolder } from './folder.ts'

/** What the server says when its store file was changed by `sql` behind its back; 'opened' when it says nothing. */
const refusalAfter = (sql: string): Promise<string> =>
  withFolder(async (folder) => {
    const file = join(folder, 'masar.db')
    await openSqlite({ file }).close()
    const db = connect(file, 0)
    db.exec(sql)
    db.close()
    try {
      await openSqlite({ file }).close()
      return 'opened'
    } catch (error) {
      return String(error)
    }
  })

describe('the migrations', () => {
  it('run once, in order', () => {
    const db = connect(':memory:', 0)
    const migrations = readMigrations()
    expect(migrate(db, migrations, pass)).toBe(migrations.length)
    expect(migrate(db, migrations, pass)).toBe(migrations.length)
    const names = db.query<{ name: string }>('SELECT name FROM migrations ORDER BY number').all()
    expect(names).toEqual(migrations.map(({ name }) => ({ name })))
    db.close()
  })

  it('refuse a store made by a migration that was altered', async () => {
    const refusal = await refusalAfter("UPDATE migrations SET digest = 'other' WHERE number = 1")
    expect(refusal).toMatch(/migration 0001-cases.sql is not the one that made it/)
  })

  it('refuse a store that a newer version has opened', async () => {
    const refusal = await refusalAfter("INSERT INTO migrations VALUES (99, '0099-future.sql', 'x')")
    expect(refusal).toMatch(/newer version of Masar \(migration 0099-future.sql\)/)
  })

  it('refuse a database of another program', async () => {
    const refusal = await refusalAfter('PRAGMA application_id = 0')
    expect(refusal).toMatch(/tables of another program/)
  })

  it('leave nothing behind when one fails, and go on from there when it is mended', () => {
    const db = connect(':memory:', 0)
    const good = { number: 1, name: '0001-good.sql', sql: 'CREATE TABLE a (x)', digest: '1' }
    const bad = { number: 2, name: '0002-bad.sql', sql: 'CREATE TABLE b (x); CREATE TABLE b (x)', digest: '2' }
    expect(() => migrate(db, [good, bad], pass)).toThrow(/already exists/)
    expect(migrate(db, [good, { ...bad, sql: 'CREATE TABLE b (x)', digest: '3' }], pass)).toBe(2)
    db.close()
  })

  it('give what suspended applications waited for a place where news for them is kept', () => {
    const db = connect(':memory:', 0)
    const migrations = readMigrations()
    migrate(
      db,
      migrations.slice(
        0,
        migrations.findIndex(({ name }) => name.includes('held.sql')),
      ),
      pass,
    )
    const waits = {
      2: { kind: 'message', name: 'paid', key: 'A-1' },
      3: { kind: 'timer', due: 1 },
    }
    const insert = db.statement(`INSERT INTO instances
      (id, agency, program, reference, reference_mark, started_by, started_at, changed_at, status, rev, state)
      VALUES (?, 'moj', 'moj.record@1.0.0/main', ?, 0, 'x', 1, 7, ?, 1, ?)`)
    for (const status of ['suspended', 'active']) insert.run(status, status, status, JSON.stringify({ waits }))
    migrate(db, migrations, pass)
    expect(db.query('SELECT * FROM subscriptions').all()).toEqual([
      {
        instance: 'suspended',
        id: 2,
        agency: 'moj',
        program: 'moj.record@1.0.0/main',
        process: 'moj.record/main',
        name: 'paid',
        key: 'A-1',
        held_at: 7,
        sought: null,
      },
    ])
    db.close()
  })

  it('give applications that run a place in the list of where they stand, under the procedure each step is in', () => {
    const db = connect(':memory:', 0)
    const migrations = readMigrations()
    const before = migrations.findIndex(({ name }) => name.includes('element-instances'))
    migrate(db, migrations.slice(0, before), pass)
    const program = 'moj.record@1.0.0/main'
    const elements = {
      1: { element: 'main', program },
      2: { element: 'call', scope: '1' },
      3: { element: 'pay', scope: '2', program: 'common.pay@1.0.0/pay' },
      4: { element: 'wait', scope: '3' },
      5: { element: 'part', scope: '1' },
      6: { element: 'review', scope: '5' },
    }
    const insert = db.statement(`INSERT INTO instances
      (id, agency, program, reference, reference_mark, started_by, started_at, changed_at, status, rev, state)
      VALUES (?, 'moj', ?, ?, 0, 'x', 1, 7, ?, 1, ?)`)
    for (const status of ['suspended', 'active', 'completed'])
      insert.run(status, program, status, status, JSON.stringify({ elements }))
    migrate(db, migrations, pass)
    const rows = db.query<{ instance: string }>('SELECT * FROM element_instances ORDER BY instance, id').all()
    expect(rows.map(({ instance }) => instance)).toEqual([...Array(6).fill('active'), ...Array(6).fill('suspended')])
    const placed = (id: number, element: string, inside: string) => ({
      instance: 'active',
      id,
      agency: 'moj',
      program: inside,
      element,
      since: 7,
    })
    expect(rows.slice(0, 6)).toEqual([
      placed(1, 'main', program),
      placed(2, 'call', program),
      placed(3, 'pay', 'common.pay@1.0.0/pay'),
      placed(4, 'wait', 'common.pay@1.0.0/pay'),
      placed(5, 'part', program),
      placed(6, 'review', program),
    ])
    db.close()
  })

  it('must be numbered without a gap', async () => {
    await withFolder(async (folder) => {
      mkdirSync(join(folder, 'migrations'))
      for (const name of ['0001-one.sql', '0003-three.sql']) writeFileSync(join(folder, 'migrations', name), 'SELECT 1')
      expect(() => readMigrations(pathToFileURL(join(folder, 'migrations/')))).toThrow(/Expected migration 2/)
    })
  })
})
