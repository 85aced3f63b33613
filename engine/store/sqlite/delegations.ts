/** Who stands in for whom, as long as it lasts and afterwards. */
import type { Delegation, DelegationStore } from '../../core/delegation.ts'
import type { UserId } from '../../core/ids.ts'
import type { Connection } from './file/driver.ts'
import { present, type Stored } from './rows/row.ts'
import { table } from './rows/table.ts'
import type { WriteQueue } from './write/commit.ts'

const DELEGATIONS = table<Delegation>('delegations', [
  'id',
  'agency',
  'principal',
  'deputy',
  'starts',
  'ends',
  'reason',
  'madeBy',
  'madeAt',
  'endedAt',
  'endedBy',
])

export function delegations(db: Connection, queue: WriteQueue): DelegationStore {
  const insert = db.statement(DELEGATIONS.insert)
  const get = db.query<Stored<Delegation>>(`SELECT ${DELEGATIONS.select} FROM delegations WHERE id = ?`)
  const principals = db.query<{ principal: UserId }>(`SELECT DISTINCT principal FROM delegations
    WHERE deputy = :deputy AND ends > :now AND starts <= :now AND ended_at IS NULL ORDER BY principal`)
  const list = db.query<Stored<Delegation>>(`SELECT ${DELEGATIONS.select} FROM delegations
    WHERE agency = :agency AND (:of IS NULL OR principal = :of OR deputy = :of) ORDER BY made_at DESC, id LIMIT 200`)
  const end = db.statement('UPDATE delegations SET ended_at = ?, ended_by = ? WHERE id = ? AND ended_at IS NULL')
  return {
    add: (delegation) =>
      queue.write(() => {
        insert.run(DELEGATIONS.values(delegation))
      }),
    get: async (id) => {
      const row = get.get(id)
      return row && present<Delegation>(row)
    },
    principalsOf: async (deputy, now) => principals.all({ deputy, now }).map(({ principal }) => principal),
    list: async ({ agency, of = null }) => list.all({ agency, of }).map((row) => present<Delegation>(row)),
    end: (id, at, by) => queue.write(() => end.run(at, by, id) === 1),
  }
}
