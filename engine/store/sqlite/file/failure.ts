/** What an operator is told when the disk or the file under the store fails: one table, driver code -> sentence. */
import { ProblemError, unavailable } from '../../../core/problem.ts'

const CAUSES: Readonly<Record<string, string>> = {
  SQLITE_FULL: 'the disk is full; free some space and send it again',
  SQLITE_IOERR: 'the disk reported an error; look at the system log before you go on',
  SQLITE_BUSY: 'another process holds its lock; end that process and send it again',
  SQLITE_LOCKED: 'another connection holds its lock; send it again',
  SQLITE_READONLY: 'the file may not be written to; mend its permissions',
  SQLITE_CANTOPEN: 'the file cannot be opened; look whether its folder is there and may be written to',
  SQLITE_CORRUPT: 'the file is damaged; stop the server and restore a backup',
  SQLITE_NOTADB: 'the file is not an SQLite database; stop the server and restore a backup',
  SQLITE_NOMEM: 'memory ran out; send it again later',
}

/** After these the same work would fail in the same way, with or without its neighbours. */
const FOR_ALL = new Set(['SQLITE_IOERR', 'SQLITE_BUSY', 'SQLITE_READONLY', 'SQLITE_CORRUPT', 'SQLITE_NOTADB'])

/** The driver's extended code, e.g. "SQLITE_IOERR_FSYNC"; '' where the error is not the driver's. */
export function driverCode(error: unknown): string {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : ''
}

/** "SQLITE_IOERR_FSYNC" -> "SQLITE_IOERR" */
const family = (code: string): string => code.split('_', 2).join('_')

export const strikesAll = (error: unknown): boolean => FOR_ALL.has(family(driverCode(error)))

/** After a failed fsync nobody knows which pages reached the disk: only a fresh start reads them again. */
export const endsTrust = (error: unknown): boolean => /^SQLITE_IOERR.*SYNC$|^SQLITE_CORRUPT/.test(driverCode(error))

/** A problem 'unavailable' where the disk or file is to blame, else the error itself: a bug. */
export function failure(error: unknown): Error {
  const code = driverCode(error)
  const cause = CAUSES[family(code)]
  if (cause === undefined) return error instanceof Error ? error : new Error(String(error), { cause: error })
  return new ProblemError(
    unavailable(
      'store.unavailable',
      `Expected the store to take a write, but ${cause} (${code}). Nothing of it was kept`,
    ),
    { cause: error },
  )
}
