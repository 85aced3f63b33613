/**
 * The promises SQLite makes to us, set and then read back: a store that would not sync each commit does not open.
 *
 * WAL with synchronous FULL survives both a killed process and a lost power supply. The page cache is bounded, and the
 * file is not mapped into memory: a read error must be an error, not a signal that ends the process, and a hundred
 * thousand waiting applications must not count as the server's memory.
 */
import type { Connection } from './driver.ts'

const CACHE_KIB = 32_768
/** Pages of the log (4 KiB each) before a commit moves them into the file: soon while there is time, late in a rush. */
const CHECKPOINT = { calm: 500, rush: 4_000 } as const
export type Pace = keyof typeof CHECKPOINT
const FULL = 2

export interface Durability {
  readonly journalMode: string
  readonly synchronous: string
  readonly cacheKib: number
}

export function setPragmas(db: Connection, inMemory: boolean): void {
  db.pragma('journal_mode = WAL')
  db.pragma(`synchronous = ${FULL}`)
  db.pragma('foreign_keys = ON')
  db.pragma('trusted_schema = OFF')
  db.pragma(`cache_size = -${CACHE_KIB}`)
  db.pragma('mmap_size = 0')
  db.pragma('temp_store = MEMORY')
  setPace(db, 'calm')
  assertPragmas(db, inMemory)
}

/** Throws unless every commit is synced to disk; a store in memory has no disk. */
export function assertPragmas(db: Connection, inMemory: boolean): Durability {
  const journalMode = String(db.pragma('journal_mode'))
  const synchronous = db.pragma('synchronous')
  const expected = inMemory ? 'memory' : 'wal'
  if (journalMode !== expected || synchronous !== FULL || db.pragma('foreign_keys') !== 1)
    throw new Error(
      `Expected journal mode ${expected}, synchronous FULL and foreign keys on, but found ${journalMode}, ${synchronous} and ${db.pragma('foreign_keys')}; keep the store on a local disk`,
    )
  return { journalMode, synchronous: 'full', cacheKib: CACHE_KIB }
}

/** calm: a checkpoint is short, nobody waits for a long one. rush: pages that change often are moved once for many. */
export function setPace(db: Connection, pace: Pace): void {
  db.pragma(`wal_autocheckpoint = ${CHECKPOINT[pace]}`)
}

export function limitSize(db: Connection, maxBytes: number): void {
  db.pragma(`max_page_count = ${Math.ceil(maxBytes / Number(db.pragma('page_size')))}`)
}
