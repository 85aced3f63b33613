/** Each call to another agency's register, in the order they were made; never changed. */
import type { BusCallRow, EvidenceStore } from '../../core/evidence.ts'
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
