/** Who looked into which application; added to, never changed. */
import { quarterOf, type DataAccess, type DataAccessStore } from '../../core/data-access.ts'
import type { Connection } from './file/driver.ts'
import { keyOf } from './rows/cursor.ts'
import { page } from './rows/page.ts'
import type { WriteQueue } from './write/commit.ts'

type Stored = Omit<DataAccess, 'roles' | 'groups' | 'subject'> & {
  readonly seq: number
  readonly roles: string
  readonly groups: string
  readonly subject: string
}

const NEWEST = Number.MAX_SAFE_INTEGER

export function dataAccesses(db: Connection, queue: WriteQueue): DataAccessStore {
  const known = db.query<{ found: number }>(`
    SELECT EXISTS (SELECT 1 FROM data_accesses
      WHERE instance = ? AND reader = ? AND part = ? AND subject = ? AND quarter = ?) AS found`)
  const insert = db.statement(`
    INSERT INTO data_accesses (instance, reader, part, subject, quarter, agency, reader_agency, roles, groups, at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (instance, reader, part, subject, quarter) DO NOTHING`)
  const list = db.query<Stored>(`
    SELECT seq, instance, agency, reader, reader_agency AS readerAgency, roles, groups, part, subject, at
    FROM data_accesses WHERE instance = ? AND seq < ? ORDER BY seq DESC LIMIT ?`)
  return {
    async add({ instance, reader, part, subject = '', at, agency, readerAgency, roles, groups }) {
      const look = [instance, reader, part, subject, quarterOf(at)] as const
      if (known.get(...look)?.found === 1) return
      await queue.write(() => {
        insert.run(...look, agency, readerAgency, JSON.stringify(roles), JSON.stringify(groups), at)
      })
    },
    list: async ({ instance, after, limit }) => {
      const [before = NEWEST] = after === undefined ? [] : keyOf(after, ['number'])
      const rows = list.all(instance, before, limit + 1)
      return page([rows], { limit, order: 'descending', key: (row) => [row.seq], item: access })
    },
  }
}

function access({ seq: _seq, roles, groups, subject, ...row }: Stored): DataAccess {
  return {
    ...row,
    roles: JSON.parse(roles) as DataAccess['roles'],
    groups: JSON.parse(groups) as string[],
    ...(subject === '' ? {} : { subject }),
  }
}
