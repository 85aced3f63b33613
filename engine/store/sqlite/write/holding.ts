/**
 * What is held with an application, and with a service of which nothing may begin: nothing finds it meanwhile, and nothing
 * that comes for it is lost.
 *
 * Jobs and deliveries of signals are due at the end of time; whoever holds a job already keeps its lease and may answer. A subscription is marked with when it was held; the time to
 * live of a message that fits it stands still from then on, so that a message that came is there when the application goes
 * on, for as long as it would have been and an hour at least.
 */
import type { Connection } from '../file/driver.ts'
import type { Appliers } from './change.ts'

/** When what is held is due: 9999-12-31T23:59:59Z. */
export const END_OF_TIME = 253_402_300_799_000

/** Milliseconds: time enough to take one message after the other. */
const LEAST_TIME = 3_600_000

/** SQL that is true where the message `m` was not taken yet by this process. */
export const untakenBy = (process: string): string => `NOT EXISTS (
  SELECT 1 FROM taken t WHERE t.agency = m.agency AND t.message = m.message_id AND t.process = ${process}
    AND t.name = m.name)`

/** The process that asks for a message by a start event: the key of its program without the version. */
export const STARTING = "s.package_id || substr(s.program, instr(s.program, '/'))"

/** SQL that is true where the message `m` is for an application or a service that is held, and came in time. */
export const IS_KEPT = `(EXISTS (
    SELECT 1 FROM subscriptions s WHERE s.agency = m.agency AND s.name = m.name AND s.key = m.key
      AND s.held_at <= m.expires AND ${untakenBy('s.process')})
  OR EXISTS (
    SELECT 1 FROM start_messages s JOIN suspensions h ON h.agency = s.agency AND h.package_id IN ('', s.package_id)
    WHERE s.agency = m.agency AND s.name = m.name AND s.since <= m.published_at
      AND h.lifted_at IS NULL AND h.at <= m.expires AND ${untakenBy(STARTING)}))`

/** The rest of a message's time to live, from now on. */
const goingOn = (heldAt: string): string =>
  `UPDATE messages AS m SET expires = :at + max(m.expires - max(m.published_at, ${heldAt}), ${LEAST_TIME})`

export function holdChanges(db: Connection): Appliers<'holdInstance' | 'releaseInstance'> {
  const holdJobs = db.statement(`
    UPDATE jobs SET held_due = due, due = ${END_OF_TIME} WHERE instance = ? AND held_due IS NULL`)
  const holdSubscriptions = db.statement('UPDATE subscriptions SET held_at = ? WHERE instance = ? AND held_at IS NULL')
  const releaseJobs = db.statement(
    'UPDATE jobs SET due = held_due, held_due = NULL WHERE instance = ? AND held_due IS NOT NULL',
  )
  const releaseMessages = db.statement(`${goingOn('s.held_at')} FROM subscriptions s
    WHERE s.instance = :instance AND s.held_at <= m.expires AND s.agency = m.agency AND s.name = m.name AND s.key = m.key
      AND ${untakenBy('s.process')}`)
  const releaseSubscriptions = db.statement('UPDATE subscriptions SET held_at = NULL WHERE instance = ?')
  const releaseSignals = db.statement(`UPDATE signal_deliveries SET due = ? WHERE target = ? AND due = ${END_OF_TIME}`)
  return {
    holdInstance: ({ instance }, { at }) => {
      holdJobs.run(instance)
      holdSubscriptions.run(at, instance)
    },
    releaseInstance: ({ instance }, { at }) => {
      releaseJobs.run(instance)
      releaseMessages.run({ at, instance })
      releaseSubscriptions.run(instance)
      releaseSignals.run(at, instance)
    },
  }
}

export interface HeldService {
  readonly agency: string
  /** '' stands for all of the agency. */
  readonly packageId: string
}

/** Lets go what came for the start events of a service, before its suspension is lifted. */
export function serviceRelease(db: Connection): (service: HeldService, at: number) => void {
  const messages = db.statement(`${goingOn('h.at')} FROM start_messages s, suspensions h
    WHERE h.agency = :agency AND h.package_id = :packageId AND h.lifted_at IS NULL AND h.package_id IN ('', s.package_id)
      AND h.agency = s.agency AND s.agency = m.agency AND s.name = m.name AND s.since <= m.published_at
      AND h.at <= m.expires AND ${untakenBy(STARTING)}`)
  const signals = db.statement(`
    UPDATE signal_deliveries SET due = :at WHERE due = ${END_OF_TIME} AND agency = :agency AND waits IS NULL
      AND :packageId IN ('', ${PACKAGE_OF_TARGET})`)
  return ({ agency, packageId }, at) => {
    messages.run({ agency, packageId, at })
    signals.run({ agency, packageId, at })
  }
}

const PACKAGE_OF_TARGET = "substr(target, 1, instr(target, '@') - 1)"

/** SQL that is true where the delivery of a signal goes to an application or a service that is held. */
export const IS_FOR_HELD = `(EXISTS (SELECT 1 FROM instances i WHERE i.id = target AND i.status = 'suspended')
  OR waits IS NULL AND EXISTS (
    SELECT 1 FROM suspensions h WHERE h.agency = signal_deliveries.agency AND h.lifted_at IS NULL
      AND h.package_id IN ('', ${PACKAGE_OF_TARGET})))`
