/** One application among many that an operator moves at once: a broken one is a failure of its own, not of the others. */
import { conflict, isProblem, ProblemError, type Problem } from '../core/problem.ts'

/** Throws where nothing can be read or written now: that is no application's fault, and the whole is tried again. */
export async function oneOfMany<T>(work: () => Promise<T>): Promise<T | Problem> {
  try {
    return await work()
  } catch (fault) {
    if (fault instanceof ProblemError && fault.problem.kind === 'unavailable') throw fault
    return conflict(
      'bug',
      `Expected a sound application, but ${fault instanceof Error ? fault.message : String(fault)}`,
    )
  }
}

/** Somebody else, or the end of the application, was faster: there is nothing left to do, and nothing has failed. */
const DONE: ReadonlySet<string> = new Set([
  'instance.over',
  'migration.there',
  'migration.elsewhere',
  'incident.closed',
  'incident.not-open',
])

export const isDone = (result: unknown): boolean => isProblem(result) && DONE.has(result.code)
