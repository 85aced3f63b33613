/** Applications begun at the counter, with the applicant's consent. */
import type { Assistance, AssistanceStore } from '../../core/assistance.ts'
import type { Connection } from './file/driver.ts'
import { present, type Stored } from './rows/row.ts'
import { table } from './rows/table.ts'
import type { Appliers } from './write/change.ts'

const ASSISTANCES = table<Assistance>('assistances', [
  'instance',
  'agency',
  'operator',
  'applicant',
  'consent',
  'representative',
  'statement',
  'at',
])

export function assistances(db: Connection): AssistanceStore {
  const of = db.query<Stored<Assistance>>(`SELECT ${ASSISTANCES.select} FROM assistances WHERE instance = ?`)
  return {
    of: async (instance) => {
      const row = of.get(instance)
      return row && present<Assistance>(row)
    },
  }
}

export function assistanceChanges(db: Connection): Appliers<'recordAssistance'> {
  const insert = db.statement(ASSISTANCES.insert)
  return {
    recordAssistance: ({ assistance }, { instance, agency, at }) => {
      if (!instance?.created) throw new Error('Expected consent to be recorded with a new application')
      insert.run(ASSISTANCES.values({ ...assistance, instance: instance.id, agency, at }))
    },
  }
}
