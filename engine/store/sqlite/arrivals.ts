/** What has come for services that begin only when several things have happened. */
import type { Arrival, ArrivalStore } from '../../core/arrival.ts'
import type { JsonObject } from '../../core/json.ts'
import type { Connection } from './file/driver.ts'
import type { Appliers } from './write/change.ts'
import { Refused } from './write/refused.ts'

type Stored = Omit<Arrival, 'variables'> & { readonly variables: string }

export function arrivals(db: Connection): ArrivalStore {
  const oldest = db.query<Stored>(`
    SELECT min(id) AS id, part, variables FROM arrivals WHERE process = ? AND element = ? GROUP BY part ORDER BY id`)
  return {
    oldest: async (process, element) =>
      oldest
        .all(process, element)
        .map(({ variables, ...row }) => ({ ...row, variables: JSON.parse(variables) as JsonObject })),
  }
}

export function arrivalChanges(db: Connection): Appliers<'addArrival' | 'useArrival'> {
  const add = db.statement('INSERT INTO arrivals (agency, process, element, part, variables) VALUES (?, ?, ?, ?, ?)')
  const replace = db.statement('DELETE FROM arrivals WHERE process = ? AND element = ? AND part = ?')
  const use = db.statement('DELETE FROM arrivals WHERE id = ?')
  return {
    addArrival: ({ arrival: { agency, process, element, part, variables, replaces } }) => {
      if (replaces) replace.run(process, element, part)
      add.run(agency, process, element, part, JSON.stringify(variables))
    },
    useArrival: ({ id }) => {
      if (use.run(id) === 0) throw new Refused({ kind: 'conflict' })
    },
  }
}
