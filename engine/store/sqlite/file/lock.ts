/**
 * One server per store: an exclusive lock on a file beside it, held as long as the process lives.
 *
 * The operating system drops the lock when the process ends, kill -9 included, so there is never a stale one to clear.
 * It stands beside the store, not on it, so that an operator may still read the store with other tools.
 */
import { ProblemError, unavailable } from '../../../core/problem.ts'
import { connect } from './driver.ts'
import { driverCode } from './failure.ts'

/** @param file path of the store @returns what lets go of the lock */
export function lock(file: string): () => void {
  const holder = connect(`${file}-lock`, 0)
  try {
    holder.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    holder.close()
    if (!driverCode(error).startsWith('SQLITE_BUSY')) throw error
    throw new ProblemError(
      unavailable(
        'store.locked',
        `Expected to be the only server on ${file}, but another one has it open; stop that one or choose another data folder`,
      ),
    )
  }
  return () => holder.close()
}
