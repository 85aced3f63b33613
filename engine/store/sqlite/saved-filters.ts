/** Filters of the inbox that clerks keep. */
import type { SavedFilter, SavedFilterStore } from '../../core/saved-filter.ts'
import type { Connection } from './file/driver.ts'
import { present, type Stored } from './rows/row.ts'
import { table } from './rows/table.ts'
import type { WriteQueue } from './write/commit.ts'

const FILTERS = table<SavedFilter>('saved_filters', ['id', 'agency', 'owner', 'office', 'name', 'filter', 'createdAt'])

export function savedFilters(db: Connection, queue: WriteQueue): SavedFilterStore {
  const insert = db.statement(FILTERS.insert)
  const get = db.query<Stored<SavedFilter>>(`SELECT ${FILTERS.select} FROM saved_filters WHERE id = ?`)
  const list = db.query<Stored<SavedFilter>>(`SELECT ${FILTERS.select} FROM saved_filters
    WHERE agency = :agency AND (owner = :owner OR office IN (SELECT value FROM json_each(:offices)))
    ORDER BY owner <> :owner, name, id LIMIT 200`)
  const remove = db.statement('DELETE FROM saved_filters WHERE id = ?')
  return {
    add: (filter) =>
      queue.write(() => {
        insert.run(FILTERS.values(filter))
      }),
    get: async (id) => {
      const row = get.get(id)
      return row && present<SavedFilter>(row)
    },
    list: async ({ agency, owner, offices }) =>
      list.all({ agency, owner, offices: JSON.stringify(offices) }).map((row) => present<SavedFilter>(row)),
    remove: (id) => queue.write(() => remove.run(id) === 1),
  }
}
