/** Whether the version that somebody held a change against before they signed, published or went back is in force still. */
import { conflict, type Problem } from '../../core/problem.ts'
import type { EngineDeps } from '../../deps.ts'

/** What was read: a version, or null where none was in force. */
export type ReadVersion = string | null

export async function overtaken(
  { store }: EngineDeps,
  packageId: string,
  read: ReadVersion,
): Promise<Problem | undefined> {
  const now = (await store.deployments.latest(packageId))?.version
  if ((now ?? null) === read) return undefined
  return conflict(
    'publish.overtaken',
    `Expected version ${read ?? 'none'} of ${packageId} to be in force still, but ${now ?? 'none'} is; look at what changes against it and decide again`,
  )
}
