/** Each call to another agency's register, in the order they were made; never changed, but that those of a draft become those of its application. */
import type { BusCallRow, EvidenceStore } from '../../core/evidence.ts'
import type { Appliers } from './write/change.ts'
import type { WriteQueue } from './write/commit.ts'
import type { Connection } from './file/driver.ts'
import { present, type Stored } from './rows/row.ts'
import { table } from './rows/table.ts'

const CALLS = table<BusCallRow>('bus_calls', [
  'agency',
  'instance',
  'job',
  'attempt',
  'at',
  'took',
  'client',
  'service',
  'method',
  'messageId',
  'requestId',
  'requestHash',
  'requestDigest',
  'responseDigest',
  'status',
  'errorType',
  'errorDetail',
  'outcome',
])

export function evidence(db: Connection, queue: WriteQueue): EvidenceStore {
  const insert = db.statement(CALLS.insert)
  const by = (column: string) =>
    db.query<Stored<BusCallRow>>(`SELECT ${CALLS.select} FROM bus_calls WHERE ${column} = ? ORDER BY seq`)
  const ofInstance = by('instance')
  const ofJob = by('job')
  return {
    add: (call) =>
      queue.write(() => {
        insert.run(CALLS.values(call))
      }),
    list: async (instance) => ofInstance.all(instance).map(present<BusCallRow>),
    ofJob: async (job) => ofJob.all(job).map(present<BusCallRow>),
  }
}

export function evidenceChanges(db: Connection): Appliers<'adoptCalls'> {
  const adopt = db.statement('UPDATE bus_calls SET instance = ? WHERE instance = ?')
  return {
    adoptCalls: ({ subject }, { instance }) => {
      if (!instance?.created) throw new Error(`Expected the calls of ${subject} to go to a new application`)
      adopt.run(instance.id, subject)
    },
  }
}
