/** Days on which agencies do not work, as they were announced and withdrawn. */
import type { Holiday, HolidayStore } from '../../core/holiday.ts'
import type { AgencyId } from '../../core/ids.ts'
import type { Connection } from './file/driver.ts'
import type { Appliers } from './write/change.ts'

interface StoredHoliday {
  readonly id: string
  readonly agency: string
  readonly governorate: string
  readonly closes: string
  readonly ar: string
  readonly en: string
  readonly first: string
  readonly last: string
  readonly at: number
  readonly by: string
  readonly withdrawnAt: number | null
  readonly withdrawnBy: string | null
  readonly reason: string | null
}

const COLUMNS = `id, agency, governorate, closes, title_ar AS ar, title_en AS en, first, last, announced_at AS at,
  announced_by AS by, withdrawn_at AS withdrawnAt, withdrawn_by AS withdrawnBy, withdraw_reason AS reason`

/** The list until it changes: every command that counts days asks. */
const known = new WeakMap<Connection, readonly Holiday[]>()

export function holidays(db: Connection): HolidayStore {
  const all = db.query<StoredHoliday>(`SELECT ${COLUMNS} FROM holidays ORDER BY seq`)
  const spreading = db.query<StoredHoliday>(
    `SELECT ${COLUMNS} FROM holidays WHERE spread < 1 + (withdrawn_at IS NOT NULL) ORDER BY seq`,
  )
  return {
    list: async () => {
      const list = known.get(db) ?? all.all().map(holiday)
      known.set(db, list)
      return list
    },
    spreading: async () => spreading.all().map(holiday),
  }
}

export function holidayChanges(db: Connection): Appliers<'announceHoliday' | 'withdrawHoliday' | 'spreadHoliday'> {
  const put = db.statement(`
    INSERT INTO holidays (id, agency, governorate, closes, title_ar, title_en, first, last, announced_at, announced_by)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const withdraw = db.statement(`
    UPDATE holidays SET withdrawn_at = ?, withdrawn_by = ?, withdraw_reason = ? WHERE id = ? AND withdrawn_at IS NULL`)
  const spread = db.statement('UPDATE holidays SET spread = ? WHERE id = ?')
  return {
    announceHoliday: ({ holiday: one, by }, { at }) => {
      known.delete(db)
      const { id, agency = '', governorate = '', closes = '', title, first, last } = one
      put.run(id, agency, governorate, closes, title.ar, title.en, first, last, at, by)
    },
    withdrawHoliday: ({ id, by, reason }, { at }) => {
      known.delete(db)
      withdraw.run(at, by, reason, id)
    },
    spreadHoliday: ({ id, withdrawn }) => {
      spread.run(withdrawn ? 2 : 1, id)
    },
  }
}

function holiday(stored: StoredHoliday): Holiday {
  const { id, agency, governorate, closes, ar, en, first, last, at, by, withdrawnAt, withdrawnBy, reason } = stored
  return {
    id,
    ...(agency === '' ? {} : { agency: agency as AgencyId }),
    ...(governorate === '' ? {} : { governorate }),
    ...(closes === '' ? {} : { closes }),
    title: { ar, en },
    first,
    last,
    announced: { at, by },
    ...(withdrawnAt === null ? {} : { withdrawn: { at: withdrawnAt, by: withdrawnBy ?? '', reason: reason ?? '' } }),
  }
}
