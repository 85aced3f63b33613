/** What was said to a person by SMS or e-mail, and whether it left. */
import type { Notice, NoticeStore } from '../../core/notice.ts'
import type { WriteQueue } from './write/commit.ts'
import type { Connection } from './file/driver.ts'
import { present, type Stored } from './rows/row.ts'
import { table } from './rows/table.ts'

const NOTICES = table<Notice>('notices', [
  'key',
  'agency',
  'instance',
  'channel',
  'to',
  'language',
  'subject',
  'body',
  'at',
  'sentAt',
])

export function notices(db: Connection, queue: WriteQueue): NoticeStore {
  const insert = db.statement(`${NOTICES.insert} ON CONFLICT (key) DO NOTHING`)
  const get = db.query<Stored<Notice>>(`SELECT ${NOTICES.select} FROM notices WHERE key = ?`)
  const sent = db.statement('UPDATE notices SET sent_at = ? WHERE key = ? AND sent_at IS NULL')
  const list = db.query<Stored<Notice>>(`SELECT ${NOTICES.select} FROM notices WHERE instance = ? ORDER BY seq`)
  return {
    open: (notice) =>
      queue.write(() => {
        insert.run(NOTICES.values(notice))
        const there = get.get(notice.key)
        if (!there) throw new Error(`Expected a notice ${notice.key} after opening it`)
        return present<Notice>(there)
      }),
    markSent: (key, at) =>
      queue.write(() => {
        sent.run(at, key)
      }),
    list: async (instance) => list.all(instance).map(present<Notice>),
  }
}
