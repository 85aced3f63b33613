/**
 * The floor: how fast this disk and this SQLite take the bare rows of a transition, with nothing of Masar around them.
 *
 * A plain loop over prepared statements writes what the 10-element process leaves behind (the instance row, a history
 * row, the task that closes and the one that opens) in transactions of 128, with WAL and synchronous FULL as the store
 * has them. Tables have their primary key and no other index.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import Database from 'better-sqlite3'
import { AT, instance } from '../contract/store/given.ts'
import { EVENTS, referenceOf, STATE, TASKS } from './ten-elements.ts'

const GROUP = 128
const TRANSITIONS = 80_000

const TABLES = `
  CREATE TABLE instances (id TEXT PRIMARY KEY, agency TEXT, program TEXT, reference TEXT, started_at INTEGER,
    changed_at INTEGER, status TEXT, rev INTEGER, state TEXT) STRICT;
  CREATE TABLE history (instance TEXT, seq INTEGER, at INTEGER, actor TEXT, command TEXT, events TEXT,
    PRIMARY KEY (instance, seq)) STRICT;
  CREATE TABLE tasks (instance TEXT, id INTEGER, agency TEXT, status TEXT, opened_at INTEGER, reference TEXT,
    program TEXT, element TEXT, name TEXT, candidate_groups TEXT, candidate_users TEXT, four_eyes TEXT,
    closed_at INTEGER, closed_by TEXT, PRIMARY KEY (instance, id)) STRICT, WITHOUT ROWID;`

/** Transitions per second: a start and three completed tasks per application. */
export async function floorRate(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'masar-floor-'))
  const db = new Database(join(folder, 'floor.db'))
  try {
    for (const pragma of [
      'journal_mode = WAL',
      'synchronous = FULL',
      'cache_size = -32768',
      'wal_autocheckpoint = 4000',
    ])
      db.pragma(pragma)
    db.exec(TABLES)
    const write = writer(db)
    loop(db, write, 1, 4_000)
    const began = performance.now()
    loop(db, write, 100_000, TRANSITIONS)
    return Math.round((TRANSITIONS / (performance.now() - began)) * 1_000)
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Write = (n: number, rev: number) => void

/** 128 applications side by side, one step each per transaction. */
function loop(db: Database.Database, write: Write, from: number, transitions: number): void {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const applications = transitions / (TASKS + 1)
  for (let first = from; first < from + applications; first += GROUP) {
    const last = Math.min(first + GROUP, from + applications)
    for (let rev = 0; rev <= TASKS; rev++) {
      begin.run()
      for (let n = first; n < last; n++) write(n, rev)
      commit.run()
    }
  }
}

function writer(db: Database.Database): Write {
  const start = db.prepare('INSERT INTO instances VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)')
  const move = db.prepare(
    'UPDATE instances SET rev = ?, state = ?, changed_at = ?, status = ? WHERE id = ? AND rev = ?',
  )
  const record = db.prepare('INSERT INTO history VALUES (?, ?, ?, ?, ?, ?)')
  const close = db.prepare('UPDATE tasks SET status = ?, closed_at = ?, closed_by = ? WHERE instance = ? AND id = ?')
  const open = db.prepare('INSERT INTO tasks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL)')
  const program = 'bench.ten@1.0.0/ten'
  return (n, rev) => {
    const id = instance(n)
    const at = AT + n
    const reference = referenceOf(n)
    if (rev === 0) start.run(id, 'moj', program, reference, at, at, 'active', STATE)
    else move.run(rev + 1, STATE, at, rev === TASKS ? 'completed' : 'active', id, rev)
    record.run(id, rev + 1, at, 'user:clerk.one', 'completeTask', EVENTS)
    if (rev > 0) close.run('completed', at, 'clerk.one', id, rev * 3)
    if (rev < TASKS)
      open.run(
        id,
        rev * 3 + 3,
        'moj',
        'open',
        at,
        reference,
        program,
        'Task_Review',
        'Review',
        '["clerks"]',
        '[]',
        '[]',
      )
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.stdout.write(`${await floorRate()}\n`)
