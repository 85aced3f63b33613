/** Every procedure an application's record speaks of: its own in each version it went through, and those it called. */
import { eventsOf, type HistoryRecord } from '../history.ts'
import type { ProgramKey } from '../ids.ts'

export function programsIn(records: readonly HistoryRecord[]): ReadonlySet<ProgramKey> {
  const found = new Set<ProgramKey>()
  for (const record of records)
    for (const event of eventsOf(record)) {
      if ('program' in event && event.program !== undefined) found.add(event.program)
      if (event.kind === 'instanceMigrated') found.add(event.to)
    }
  return found
}
