/**
 * What lies on the disk of the dead: the store's rows as they are, read from a copy so that the next life of the server
 * recovers by itself.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Event } from '../../../engine/core/event.ts'
import type { InstanceState } from '../../../engine/core/instance.ts'
import { connect, type Connection } from '../../../engine/store/sqlite/file/driver.ts'
import { readMigrations } from '../../../engine/store/sqlite/file/migrate.ts'

export interface Step {
  readonly seq: number
  readonly command: string
  readonly text: string
  readonly events: readonly Event[]
}

export interface Case {
  readonly id: string
  readonly rev: number
  readonly status: string
  readonly stored: string
  readonly state: InstanceState
  /** Case number the counter gave; '' where it cannot be read from the record. */
  readonly number: string
  readonly steps: readonly Step[]
}

/** "instance:id" of each open row, by kind of wait. */
export type OpenRows = Readonly<Record<'task' | 'job' | 'timer' | 'message' | 'signal' | 'incident', readonly string[]>>

export interface StoreRecord {
  readonly cases: readonly Case[]
  readonly open: OpenRows
  /** 'ok', or what PRAGMA integrity_check and foreign_key_check say. */
  readonly integrity: string
  readonly charges: readonly { readonly id: string; readonly job: string; readonly state: string }[]
}

const ROWS: Readonly<Record<keyof OpenRows, string>> = {
  task: "SELECT instance || ':' || id AS id FROM tasks WHERE status = 'open'",
  job: "SELECT instance || ':' || id AS id FROM jobs",
  timer: "SELECT instance || ':' || id AS id FROM timers",
  message: "SELECT instance || ':' || id AS id FROM subscriptions",
  signal: "SELECT instance || ':' || id AS id FROM signal_subscriptions",
  incident: "SELECT instance || ':' || id AS id FROM incidents",
}

export function readRecord(data: string): StoreRecord {
  const folder = mkdtempSync(join(tmpdir(), 'masar-faults-copy-'))
  try {
    cpSync(data, folder, { recursive: true })
    const db = connect(join(folder, 'masar.db'), 0)
    try {
      return recordOf(db)
    } finally {
      db.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A server that died while it made its tables has taken nothing yet. */
const EMPTY: StoreRecord = {
  cases: [],
  open: { task: [], job: [], timer: [], message: [], signal: [], incident: [] },
  integrity: 'ok',
  charges: [],
}

function isMade(db: Connection): boolean {
  if (db.query("SELECT 1 FROM sqlite_schema WHERE name = 'migrations'").get() === undefined) return false
  const done = db.query<{ count: number }>('SELECT count(*) AS count FROM migrations').get()?.count
  return done === readMigrations().length
}

function recordOf(db: Connection): StoreRecord {
  if (!isMade(db)) return EMPTY
  const steps = stepsByCase(db)
  const rows = db
    .query<{ id: string; rev: number; status: string; stored: string }>(
      'SELECT id, rev, status, state AS stored FROM instances ORDER BY id',
    )
    .all()
  const ids = (kind: keyof OpenRows): string[] =>
    db
      .query<{ id: string }>(ROWS[kind])
      .all()
      .map(({ id }) => id)
  const foreign = db.query<object>('PRAGMA foreign_key_check').all()
  return {
    cases: rows.map((row) => {
      const its = steps.get(row.id) ?? []
      return { ...row, state: JSON.parse(row.stored) as InstanceState, number: numberOf(its), steps: its }
    }),
    open: {
      task: ids('task'),
      job: ids('job'),
      timer: ids('timer'),
      message: ids('message'),
      signal: ids('signal'),
      incident: ids('incident'),
    },
    integrity: foreign.length === 0 ? String(db.pragma('integrity_check')) : JSON.stringify(foreign),
    charges: db.query<StoreRecord['charges'][number]>('SELECT id, job, state FROM charges').all(),
  }
}

function stepsByCase(db: Connection): Map<string, Step[]> {
  const steps = new Map<string, Step[]>()
  const rows = db
    .query<{ instance: string; seq: number; command: string; text: string }>(
      'SELECT instance, seq, command, events AS text FROM history ORDER BY instance, seq',
    )
    .all()
  for (const { instance, ...step } of rows) {
    const its = steps.get(instance) ?? []
    its.push({ ...step, events: JSON.parse(step.text) as Event[] })
    steps.set(instance, its)
  }
  return steps
}

/** Not from the state and not by the idempotency key: what is judged must not be its own witness. */
function numberOf(steps: readonly Step[]): string {
  for (const event of steps[0]?.events ?? [])
    if (event.kind === 'elementActivated' && typeof event.variables?.['case'] === 'string')
      return event.variables['case']
  return ''
}
