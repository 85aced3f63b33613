/**
 * The moments at which the machine may die: every one has a name, and the kill tests let the process die at each.
 *
 * A failpoint is a call with its name and nothing else; in service it is `pass`. A test gives a function that kills the
 * process, throws, or counts. A name that no run ever reaches is a mistake, and the harness says so.
 */
export const FAILPOINTS = [
  /** The engine has decided, nothing is written. */
  'engine.decided',
  /** The write is durable, nobody has been told. */
  'engine.committed',
  /** A deployment is checked, nothing is written. */
  'engine.deploy',
  /** A message is on disk, nobody has taken it. */
  'engine.message-published',
  /** Jobs are leased, none has begun. */
  'worker.leased',
  /** A connector has had its effect outside, the engine does not know yet. */
  'worker.job-done',
  /** A charge is on disk, the switch does not know of it. */
  'payments.opened',
  /** The switch was asked for a charge, its answer is not on disk. */
  'payments.requested',
  /** A quote is on disk, the payer's bank has not got it. */
  'payments.quoted',
  /** A transfer is promised on disk, the payer's bank has not got the key. */
  'payments.reserved',
  /** The key was sent, which is not on disk. */
  'payments.answered',
  /** A payment is committed on disk, its task does not know. */
  'payments.committed',
  /** Inside a transaction, before each statement that changes a row. */
  'store.before-statement',
  /** Inside a transaction, between two writes of one group. */
  'store.mid-group',
  /** All writes of the group are in, COMMIT comes next. */
  'store.before-commit',
  /** On disk, but no promise has been resolved. */
  'store.after-commit',
  /** Inside a migration's transaction, its statements are run, its record is not written. */
  'store.mid-migration',
] as const

export type FailpointName = (typeof FAILPOINTS)[number]

export type Failpoint = (name: FailpointName) => void

export const pass: Failpoint = () => {}
