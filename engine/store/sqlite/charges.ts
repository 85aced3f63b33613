/**
 * Charges on disk: one per payment job, one per transfer, each move only from the state it was judged in.
 *
 * A committed charge stays marked until its job is seen to be closed, so that what a crash cut off between the money
 * and the procedure is found again without looking through every charge there ever was.
 */
import type { Charge, ChargeStore, InboundMessage } from '../../core/charge.ts'
import type { Currency } from '../../core/money.ts'
import type { WriteQueue } from './write/commit.ts'
import type { Connection } from './file/driver.ts'
import { present, type Stored } from './rows/row.ts'
import { table } from './rows/table.ts'

type FlatCharge = Omit<Charge, 'money'> & {
  readonly amount: string
  readonly currency: Currency
}

const CHARGES = table<FlatCharge>('charges', [
  'id',
  'agency',
  'payee',
  'instance',
  'job',
  'reference',
  'billNo',
  'amount',
  'currency',
  'payer',
  'note',
  'state',
  'reason',
  'createdAt',
  'changedAt',
  'expires',
  'checkAt',
  'attempts',
  'transactionId',
  'quoteId',
  'quote',
  'transferId',
  'fulfilment',
  'completedAt',
  'receiptNo',
])

/** As the partial indexes on them say it. */
const OPEN = "state NOT IN ('committed', 'rejected', 'expired')"
const UNSETTLED = "state = 'committed' AND settled = 0"
/** `instance:id` of the job, taken apart. */
const JOB_IS_OPEN = `EXISTS (SELECT 1 FROM jobs
  WHERE jobs.instance = substr(job, 1, instr(job, ':') - 1) AND jobs.id = CAST(substr(job, instr(job, ':') + 1) AS INTEGER))`

export function charges(db: Connection, queue: WriteQueue): ChargeStore {
  const select = (where: string) => db.query<Stored<FlatCharge>>(`SELECT ${CHARGES.select} FROM charges WHERE ${where}`)
  const get = select('id = ?')
  const ofJob = select('job = ?')
  const byTransfer = select('transfer_id = ?')
  const byTransaction = select('transaction_id = ?')
  const ofInstance = select('instance = ? ORDER BY created_at, id')
  const due = select(`${OPEN} AND check_at <= ? ORDER BY check_at LIMIT ?`)
  const open = opener(db)
  const move = mover(db)
  const receive = receiver(db)
  const uncompleted = unsettled(db)
  const one = (stored: Stored<FlatCharge> | undefined): Charge | undefined => stored && chargeOf(stored)
  return {
    open: (charge) => queue.write(() => open(charge)),
    get: async (id) => one(get.get(id)),
    ofJob: async (job) => one(ofJob.get(job)),
    byTransfer: async (transferId) => one(byTransfer.get(transferId)),
    byTransaction: async (transactionId) => one(byTransaction.get(transactionId)),
    ofInstance: async (instance) => ofInstance.all(instance).map(chargeOf),
    move: (from, charge) => queue.write(() => move(from, charge)),
    receive: (message) => queue.write(() => receive(message)),
    due: async (now, limit) => due.all(now, limit).map(chargeOf),
    uncompleted: (limit) => queue.write(() => uncompleted(limit)),
  }
}

function opener(db: Connection): (charge: Charge) => Charge {
  const insert = db.statement(`${CHARGES.insert} ON CONFLICT (job) DO NOTHING`)
  const ofJob = db.query<Stored<FlatCharge>>(`SELECT ${CHARGES.select} FROM charges WHERE job = ?`)
  return (charge) => {
    insert.run(CHARGES.values(flat(charge)))
    const there = ofJob.get(charge.job)
    if (!there) throw new Error(`Expected a charge of the job ${charge.job} after opening it`)
    return chargeOf(there)
  }
}

function mover(db: Connection): (from: Charge['state'], charge: Charge) => boolean {
  const update = db.statement(`UPDATE charges SET ${CHARGES.assign} WHERE id = :id AND state = :from
    AND NOT EXISTS (SELECT 1 FROM charges other WHERE other.transfer_id = :transferId AND other.id <> :id)`)
  return (from, charge) => update.run({ ...CHARGES.values(flat(charge)), from }) === 1
}

function receiver(db: Connection): (message: InboundMessage) => 'first' | 'same' | 'modified' {
  const insert = db.statement(
    'INSERT INTO inbound (resource, id, digest, charge, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const find = db.query<{ digest: string }>('SELECT digest FROM inbound WHERE resource = ? AND id = ?')
  return ({ resource, id, digest, charge, at }) => {
    if (insert.run(resource, id, digest, charge ?? null, at) === 1) return 'first'
    return find.get(resource, id)?.digest === digest ? 'same' : 'modified'
  }
}

function unsettled(db: Connection): (limit: number) => Charge[] {
  const settle = db.statement(`UPDATE charges SET settled = 1 WHERE ${UNSETTLED} AND NOT ${JOB_IS_OPEN}`)
  const list = db.query<Stored<FlatCharge>>(`
    SELECT ${CHARGES.select} FROM charges WHERE ${UNSETTLED} ORDER BY changed_at, id LIMIT ?`)
  return (limit) => {
    settle.run()
    return list.all(limit).map(chargeOf)
  }
}

function flat({ money, ...rest }: Charge): FlatCharge {
  return { ...rest, ...money }
}

function chargeOf({ amount, currency, ...rest }: Stored<FlatCharge>): Charge {
  return { ...present<Omit<Charge, 'money'>>(rest), money: { amount, currency } }
}
