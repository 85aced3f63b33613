/**
 * What is held with an application, and with a service of which nothing may begin: nothing finds it meanwhile, and nothing
 * that comes for it is lost.
 *
 * Jobs and deliveries of signals are due at the end of time; whoever holds a job already keeps its lease and may answer. A
 * subscription is marked, and for the application the time to live of messages stands still: what was there when it was
 * suspended is there for as long when it goes on, what came meanwhile for a day of its running at least; also for the step
 * after the next. Messages and signals that would begin an application of a service are offered to it when the suspension
 * is lifted, until none is left.
 */
import type { Connection } from '../file/driver.ts'
import type { Appliers } from './change.ts'

/** When what is held is due: 9999-12-31T23:59:59Z. */
export const END_OF_TIME = 253_402_300_799_000

/** Milliseconds an application must have run after it was let go before a message that came meanwhile runs out. */
const LEAST_TIME = 24 * 3_600_000
/** What was published so long before the suspension may have been on its way when it came. */
const ON_ITS_WAY = 5_000

/** SQL that is true where the message `m` was not taken yet by this process. */
export const untakenBy = (process: string): string => `NOT EXISTS (
  SELECT 1 FROM taken t WHERE t.agency = m.agency AND t.message = m.message_id AND t.process = ${process}
    AND t.name = m.name)`

/** The process that asks for a message by a start event: the key of its program without the version. */
export const STARTING = "s.package_id || substr(s.program, instr(s.program, '/'))"

const came = (now: string): string => `m.published_at BETWEEN h.from_at - ${ON_ITS_WAY} AND coalesce(h.to_at, ${now})`

/** SQL that is true at :now where the message `m`, by its time to live, is there for an application. */
export const isThereFor = (instance: string): string => `(m.expires > :now OR
  :now - m.published_at - coalesce((
    SELECT sum(min(coalesce(h.to_at, :now), :now) - max(h.from_at, m.published_at)) FROM holds h
    WHERE h.instance = ${instance} AND coalesce(h.to_at, :now) > m.published_at), 0)
  < max(m.expires - m.published_at, iif(EXISTS (
    SELECT 1 FROM holds h WHERE h.instance = ${instance} AND ${came(':now')}), ${LEAST_TIME}, 0)))`

/** SQL that is true where the message `m` would begin an application by `s`, and came while its service was held by `h`. */
export const IS_KEPT_FOR_START = `s.agency = h.agency AND h.package_id IN ('', s.package_id)
  AND m.agency = s.agency AND m.name = s.name AND m.expires >= h.at - ${ON_ITS_WAY}
  AND m.published_at <= coalesce(h.lifted_at, m.published_at)`

/**
 * SQL that is true where somebody may yet take the message `m`, which has run out: an application of its agency that is or
 * was suspended, or a service that is held or being let go.
 */
export const MAY_BE_TAKEN = `(EXISTS (
    SELECT 1 FROM (
      SELECT agency, min(from_at) AS since, max(coalesce(to_at, ${END_OF_TIME})) AS until FROM holds GROUP BY agency) k
    WHERE k.agency = m.agency AND m.expires >= k.since - ${ON_ITS_WAY}
      AND k.until + max(m.expires - m.published_at, ${LEAST_TIME}) >= :before)
  OR EXISTS (
    SELECT 1 FROM suspensions h JOIN start_messages s ON ${IS_KEPT_FOR_START} WHERE h.ended_at IS NULL))`

export function holdChanges(db: Connection): Appliers<'holdInstance' | 'releaseInstance'> {
  const begin = db.statement(`
    INSERT INTO holds (instance, agency, from_at)
    SELECT :instance, :agency, :at WHERE NOT EXISTS (SELECT 1 FROM holds WHERE instance = :instance AND to_at IS NULL)
    ON CONFLICT DO UPDATE SET to_at = NULL`)
  const holdJobs = db.statement(`
    UPDATE jobs SET held_due = due, due = ${END_OF_TIME} WHERE instance = ? AND held_due IS NULL`)
  const holdSubscriptions = db.statement('UPDATE subscriptions SET held_at = ? WHERE instance = ? AND held_at IS NULL')
  const end = db.statement('UPDATE holds SET to_at = ? WHERE instance = ? AND to_at IS NULL')
  const releaseJobs = db.statement(
    'UPDATE jobs SET due = held_due, held_due = NULL WHERE instance = ? AND held_due IS NOT NULL AND answered = 0',
  )
  const releaseSubscriptions = db.statement('UPDATE subscriptions SET held_at = NULL, sought = 1 WHERE instance = ?')
  const releaseSignals = db.statement(`UPDATE signal_deliveries SET due = ? WHERE target = ? AND due = ${END_OF_TIME}`)
  return {
    holdInstance: ({ instance }, { at, agency }) => {
      begin.run({ instance, agency, at })
      holdJobs.run(instance)
      holdSubscriptions.run(at, instance)
    },
    releaseInstance: ({ instance }, { at }) => {
      end.run(at, instance)
      releaseJobs.run(instance)
      releaseSubscriptions.run(instance)
      releaseSignals.run(at, instance)
    },
  }
}

const PACKAGE_OF_TARGET = "substr(target, 1, instr(target, '@') - 1)"

/** Signals that were kept for the start events of a service are delivered now. @returns a function of its package, '' = all */
export function signalRelease(db: Connection): (agency: string, packageId: string, at: number) => void {
  const release = db.statement(`
    UPDATE signal_deliveries SET due = :at WHERE due = ${END_OF_TIME} AND agency = :agency AND waits IS NULL
      AND :packageId IN ('', ${PACKAGE_OF_TARGET})`)
  return (agency, packageId, at) => {
    release.run({ agency, packageId, at })
  }
}

/** What is kept for a start event goes to the version that was deployed meanwhile. */
export function signalRedirection(db: Connection): (program: string, element: string) => void {
  const redirect = db.statement(`
    UPDATE OR IGNORE signal_deliveries SET target = :program
    WHERE due = ${END_OF_TIME} AND waits IS NULL AND element = :element
      AND ${PACKAGE_OF_TARGET} = substr(:program, 1, instr(:program, '@') - 1)
      AND substr(target, instr(target, '/')) = substr(:program, instr(:program, '/'))`)
  return (program, element) => {
    redirect.run({ program, element })
  }
}

/** SQL that is true where the delivery of a signal goes to an application or a service that is held. */
export const IS_FOR_HELD = `(EXISTS (SELECT 1 FROM instances i WHERE i.id = target AND i.status = 'suspended')
  OR waits IS NULL AND EXISTS (
    SELECT 1 FROM suspensions h WHERE h.agency = signal_deliveries.agency AND h.lifted_at IS NULL
      AND h.package_id IN ('', ${PACKAGE_OF_TARGET})))`
