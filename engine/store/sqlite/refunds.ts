/** Refunds on disk: of one charge at most one that is not rejected, each move only from the state it was judged in. */
import type { Currency } from '../../core/money.ts'
import type { Refund, RefundStore } from '../../core/refund.ts'
import type { Connection } from './file/driver.ts'
import { present, type Stored } from './rows/row.ts'
import { table } from './rows/table.ts'
import type { WriteQueue } from './write/commit.ts'

type FlatRefund = Omit<Refund, 'money'> & { readonly amount: string; readonly currency: Currency }

const REFUNDS = table<FlatRefund>('refunds', [
  'id',
  'charge',
  'attempt',
  'agency',
  'instance',
  'job',
  'reference',
  'billNo',
  'amount',
  'currency',
  'note',
  'state',
  'reason',
  'createdAt',
  'changedAt',
  'checkAt',
  'tries',
  'ilpPacket',
  'condition',
  'expires',
  'completedAt',
])

/** As the partial index on it says it. */
const OPEN = "state NOT IN ('committed', 'rejected')"

export function refunds(db: Connection, queue: WriteQueue): RefundStore {
  const select = (where: string) => db.query<Stored<FlatRefund>>(`SELECT ${REFUNDS.select} FROM refunds WHERE ${where}`)
  const get = select('id = ?')
  const ofCharge = select('charge = ? ORDER BY attempt DESC LIMIT 1')
  const ofJob = select('job = ? ORDER BY attempt DESC LIMIT 1')
  const ofInstance = select('instance = ? ORDER BY created_at, attempt')
  const due = select(`${OPEN} AND check_at <= ? ORDER BY check_at LIMIT ?`)
  const insert = db.statement(`${REFUNDS.insert} ON CONFLICT DO NOTHING`)
  const update = db.statement(`UPDATE refunds SET ${REFUNDS.assign} WHERE id = :id AND state = :from`)
  const one = (stored: Stored<FlatRefund> | undefined): Refund | undefined => stored && refundOf(stored)
  return {
    open: (refund) =>
      queue.write(() => {
        insert.run(REFUNDS.values(flat(refund)))
        const there = ofCharge.get(refund.charge)
        if (!there) throw new Error(`Expected a refund of the charge ${refund.charge} after opening it`)
        return refundOf(there)
      }),
    get: async (id) => one(get.get(id)),
    ofCharge: async (charge) => one(ofCharge.get(charge)),
    ofJob: async (job) => one(ofJob.get(job)),
    ofInstance: async (instance) => ofInstance.all(instance).map(refundOf),
    move: (from, refund) => queue.write(() => update.run({ ...REFUNDS.values(flat(refund)), from }) === 1),
    due: async (now, limit) => due.all(now, limit).map(refundOf),
  }
}

function flat({ money, ...rest }: Refund): FlatRefund {
  return { ...rest, ...money }
}

function refundOf({ amount, currency, ...rest }: Stored<FlatRefund>): Refund {
  return { ...present<Omit<Refund, 'money'>>(rest), money: { amount, currency } }
}
