/**
 * The floor: how fast this disk and this SQLite take the rows of Masar's transitions, with nothing of Masar around them.
 *
 * One application of the 10-element process is run and what it wrote is remembered; then a plain loop over prepared
 * statements writes those rows again and again, under new ids, into the same tables, in transactions of 128 with WAL and
 * synchronous FULL. Nothing is read, parsed, decided or checked.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import Database from 'better-sqlite3'
import { openSqlite } from '../../engine/store/sqlite/sqlite.ts'
import { systemIds } from '../../engine/system.ts'
import type { Sample } from './sample.ts'

const GROUP = 128
const TRANSITIONS = 40_000
const WARM_UP = 4_000
const AT = 1_790_000_000_000
const NO_DUE = Number.MAX_SAFE_INTEGER

/** Transitions per second: a start and three completed tasks per application. */
export async function floorRate(sample: Sample, transitions = TRANSITIONS): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'masar-floor-'))
  const file = join(folder, 'floor.db')
  await openSqlite({ file }).close()
  const db = new Database(file)
  try {
    for (const pragma of [
      'journal_mode = WAL',
      'synchronous = FULL',
      'cache_size = -32768',
      'wal_autocheckpoint = 4000',
    ])
      db.pragma(pragma)
    const write = writer(db, sample)
    loop(db, write, sample.length, WARM_UP)
    const began = performance.now()
    loop(db, write, sample.length, transitions)
    return Math.round((transitions / (performance.now() - began)) * 1_000)
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Write = (id: string, rev: number) => void

/** 128 applications side by side, one step each per transaction. */
function loop(db: Database.Database, write: Write, steps: number, transitions: number): void {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  for (let left = transitions / steps; left > 0; left -= GROUP) {
    const ids = Array.from({ length: Math.min(GROUP, left) }, (_, n) => systemIds.instance(AT + n))
    for (let rev = 0; rev < steps; rev++) {
      begin.run()
      for (const id of ids) write(id, rev)
      commit.run()
    }
  }
}

function writer(db: Database.Database, sample: Sample): Write {
  const start =
    db.prepare(`INSERT INTO instances (id, agency, program, reference, reference_mark, started_by, started_at,
    changed_at, status, rev, state) VALUES (?, 'moj', ?, ?, ?, 'user:clerk.one', ?, ?, 'active', 1, ?)`)
  const move = db.prepare('UPDATE instances SET rev = ?, state = ?, changed_at = ? WHERE id = ?')
  const end = db.prepare(
    'UPDATE instances SET rev = ?, state = ?, changed_at = ?, status = ?, ended_at = ? WHERE id = ?',
  )
  const record = db.prepare('INSERT INTO history VALUES (?, ?, ?, ?, ?, ?)')
  const tasks = taskWriter(db)
  return (id, rev) => {
    const step = sample[rev]
    if (step === undefined) throw new Error(`Expected the sample to have a step ${rev}`)
    const { state, events, opened, closed } = step
    if (rev === 0) start.run(id, step.program, id, nextMark(), AT, AT, state)
    else if (rev < sample.length - 1) move.run(rev + 1, state, AT, id)
    else end.run(rev + 1, state, AT, 'completed', AT, id)
    record.run(id, rev + 1, AT, 'user:clerk.one', step.command, events)
    if (closed !== undefined) tasks.close(id, closed)
    if (opened !== undefined) tasks.open(id, step.program, opened)
  }
}

/** Scattered over the index as fingerprints are. */
let marks = 1
const nextMark = (): number => (marks = (marks * 48_271) % 2_147_483_647)

function taskWriter(db: Database.Database) {
  const open =
    db.prepare(`INSERT INTO tasks (instance, id, agency, status, due, rank, opened_at, reference, program, element,
    name, candidate_groups, candidate_users, four_eyes) VALUES (?, ?, 'moj', 'open', ?, -50, ?, ?, ?, ?, ?, '["clerks"]', '[]', '[]')`)
  const close = db.prepare(
    "UPDATE tasks SET status = 'completed', closed_at = ?, closed_by = 'clerk.one' WHERE instance = ? AND id = ?",
  )
  const place = db.prepare("INSERT INTO desk VALUES ('moj', 'g:clerks', ?, -50, ?, ?, ?)")
  const remove = db.prepare(
    "DELETE FROM desk WHERE agency = 'moj' AND who = 'g:clerks' AND due = ? AND rank = -50 AND opened_at = ? AND instance = ? AND id = ?",
  )
  return {
    open(instance: string, program: string, task: NonNullable<Sample[number]['opened']>): void {
      open.run(instance, task.id, NO_DUE, AT, instance, program, task.element, task.name)
      place.run(NO_DUE, AT, instance, task.id)
    },
    close(instance: string, id: number): void {
      close.run(AT, instance, id)
      remove.run(NO_DUE, AT, instance, id)
    },
  }
}
