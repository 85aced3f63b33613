/** Who may act for which company, as long as it lasts and afterwards, and the record of it. */
import type { Company } from '../../core/company.ts'
import type { HeldMandate, Mandate, MandateEntry, MandateStore } from '../../core/mandate.ts'
import type { Connection } from './file/driver.ts'
import { keyOf } from './rows/cursor.ts'
import { page } from './rows/page.ts'
import { present, type Stored } from './rows/row.ts'
import { table } from './rows/table.ts'
import type { WriteQueue } from './write/commit.ts'

type StoredMandate = Omit<Mandate, 'services'> & { readonly services?: string }
interface StoredCompany {
  readonly number: string
  readonly nameAr: string
  readonly nameEn: string
}
type Row = Stored<StoredMandate> & Omit<StoredCompany, 'number'>
type Entry = MandateEntry & { readonly seq: number }

const MANDATES = table<StoredMandate>('mandates', [
  'id',
  'company',
  'holder',
  'role',
  'services',
  'source',
  'starts',
  'ends',
  'givenBy',
  'givenAt',
  'revokedAt',
  'revokedBy',
])
const COMPANIES = table<StoredCompany>('companies', ['number', 'nameAr', 'nameEn'])
const RECORD = table<MandateEntry>('mandate_record', ['kind', 'at', 'company', 'holder', 'mandate', 'by'])

const WHOLE = `SELECT ${MANDATES.select}, name_ar AS nameAr, name_en AS nameEn
  FROM mandates JOIN companies ON number = company`
const MOST = 500

export function mandates(db: Connection, queue: WriteQueue): MandateStore {
  const insert = db.statement(MANDATES.insert)
  const name = db.statement(`${COMPANIES.insert} ON CONFLICT (number) DO UPDATE SET ${COMPANIES.assign}`)
  const company = db.query<StoredCompany>(`SELECT ${COMPANIES.select} FROM companies WHERE number = ?`)
  const enter = db.statement(RECORD.insert)
  const get = db.query<Row>(`${WHOLE} WHERE id = ?`)
  const held = db.query<Row>(`${WHOLE} WHERE holder = :holder AND revoked_at IS NULL
    AND starts <= :now AND (ends IS NULL OR ends > :now) ORDER BY given_at, id`)
  const list = db.query<Row>(`${WHOLE} WHERE (:company IS NULL OR company = :company)
    AND (:holder IS NULL OR holder = :holder) ORDER BY revoked_at IS NOT NULL, given_at DESC, id LIMIT ${MOST}`)
  const revoke = db.statement('UPDATE mandates SET revoked_at = ?, revoked_by = ? WHERE id = ? AND revoked_at IS NULL')
  const record = (entry: MandateEntry): number => enter.run(RECORD.values(entry))
  return {
    grant: (mandate, { number, name: { ar, en } }) =>
      queue.write(() => {
        name.run(COMPANIES.values({ number, nameAr: ar, nameEn: en }))
        insert.run(MANDATES.values(stored(mandate)))
        record({ ...entryOf(mandate), kind: 'granted', at: mandate.givenAt, by: mandate.givenBy })
      }),
    get: async (id) => {
      const row = get.get(id)
      return row && heldOf(row).mandate
    },
    revoke: (id, at, by) =>
      queue.write(() => {
        const row = get.get(id)
        if (row === undefined || revoke.run(at, by, id) === 0) return false
        record({ ...entryOf(heldOf(row).mandate), kind: 'revoked', at, by })
        return true
      }),
    heldBy: async (holder, now) => held.all({ holder, now }).map(heldOf),
    list: async ({ company: of = null, holder = null }) => list.all({ company: of, holder }).map(heldOf),
    company: async (number) => {
      const row = company.get(number)
      return row && companyOf(row)
    },
    use: (entry) =>
      queue.write(() => {
        record({ ...entry, kind: 'used' })
      }),
    record: recordOf(db),
  }
}

function recordOf(db: Connection): MandateStore['record'] {
  const read = db.query<Stored<Entry>>(`SELECT seq, ${RECORD.select} FROM mandate_record
    WHERE company = :company AND seq < :before ORDER BY seq DESC LIMIT :limit`)
  return async ({ company, after, limit }) => {
    const [before = Number.MAX_SAFE_INTEGER] = after === undefined ? [] : keyOf(after, ['number'])
    return page([read.all({ company, before, limit: limit + 1 })], {
      limit,
      order: 'descending',
      key: ({ seq }) => [seq],
      item: ({ kind, at, company: of, holder, mandate, by }) =>
        present<MandateEntry>({ kind, at, company: of, holder, mandate, by }),
    })
  }
}

const entryOf = ({ id, company, holder }: Mandate): Pick<MandateEntry, 'company' | 'holder' | 'mandate'> => ({
  company,
  holder,
  mandate: id,
})

const stored = ({ services, ...rest }: Mandate): StoredMandate => ({
  ...rest,
  ...(services === undefined ? {} : { services: JSON.stringify(services) }),
})

const companyOf = ({ number, nameAr, nameEn }: StoredCompany): Company => ({ number, name: { ar: nameAr, en: nameEn } })

function heldOf({ nameAr, nameEn, services, ...row }: Row): HeldMandate {
  return {
    mandate: {
      ...present<Omit<Mandate, 'services'>>(row),
      ...(services === null ? {} : { services: JSON.parse(services) as string[] }),
    },
    company: companyOf({ number: row.company, nameAr, nameEn }),
  }
}
