/** Who waits for a message, which messages wait for somebody, and which of them missed each other. */
import type { JsonObject } from '../../core/json.ts'
import type { InstanceId, LocalId } from '../../core/ids.ts'
import type { MessageRow, MessageStore, StartSubscriptionRow, SubscriptionRow } from '../../core/message.ts'
import type { WriteQueue } from './write/commit.ts'
import type { Connection } from './file/driver.ts'
import { isHeldSql } from './suspensions.ts'
import { present, type Stored } from './rows/row.ts'
import { IS_KEPT_FOR_START, isThereFor, MAY_BE_TAKEN, STARTING, untakenBy } from './write/holding.ts'

type StoredMessage = Stored<Omit<MessageRow, 'variables'>> & { readonly variables: string }
type StoredSubscription = Omit<SubscriptionRow, 'id'> & { readonly id: number }
type StoredPair = StoredMessage & {
  readonly instance: InstanceId
  readonly id: number
  readonly program: SubscriptionRow['program']
}

type StoredSubscribed = Omit<StartSubscriptionRow, 'keyed'> & { readonly keyed: number }

const startRow = ({ keyed, ...row }: StoredSubscribed): StartSubscriptionRow => ({ ...row, keyed: keyed === 1 })

const MESSAGE = `m.message_id AS messageId, m.agency, m.name, m.key, m.variables, m.published_at AS publishedAt, m.expires, m.origin`

export function messages(db: Connection, queue: WriteQueue): MessageStore {
  const get = db.query<StoredMessage>(
    `SELECT ${MESSAGE} FROM messages m WHERE agency = ? AND name = ? AND message_id = ?`,
  )
  const subscribers = db.query<StoredSubscription>(`
    SELECT instance, id, agency, program, name, key FROM subscriptions s
    WHERE agency = :agency AND name = :name AND key = :key AND held_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM taken t WHERE t.agency = s.agency AND t.message = :messageId AND t.process = s.process
        AND t.name = s.name)
    ORDER BY instance, id LIMIT 1000`)
  const starts = db.query<StoredSubscribed>(
    `SELECT agency, program, element, name, keyed FROM start_messages s
     WHERE agency = ? AND name = ? AND NOT ${isHeldSql('s')} ORDER BY program, element`,
  )
  const buffered = db.query<StoredMessage>(`
    SELECT ${MESSAGE} FROM messages m WHERE agency = :agency AND name = :name AND key = :key AND ${isThereFor(':instance')}
      AND ${untakenBy(':process')} ORDER BY published_at, seq LIMIT :limit`)
  const unmet = db.query<StoredPair>(`
    SELECT ${MESSAGE}, s.instance, s.id, s.program
    FROM messages m CROSS JOIN subscriptions s ON s.agency = m.agency AND s.name = m.name AND s.key = m.key
    WHERE m.expires > :now AND s.held_at IS NULL AND ${untakenBy('s.process')}
    ORDER BY m.seq, s.instance, s.id LIMIT :limit OFFSET :skip`)
  const sought = db.query<StoredPair>(`
    SELECT ${MESSAGE}, s.instance, s.id, s.program
    FROM subscriptions s CROSS JOIN messages m ON s.agency = m.agency AND s.name = m.name AND s.key = m.key
    WHERE s.sought = 1 AND s.held_at IS NULL AND ${isThereFor('s.instance')} AND ${untakenBy('s.process')}
    ORDER BY s.instance, s.id, m.seq LIMIT :limit OFFSET :skip`)
  const kept = db.query<StoredStart>(`
    SELECT ${MESSAGE}, s.program, s.element, s.keyed
    FROM suspensions h CROSS JOIN start_messages s CROSS JOIN messages m ON ${IS_KEPT_FOR_START}
    WHERE h.agency = :agency AND h.package_id = :packageId AND h.lifted_at IS NOT NULL AND h.ended_at IS NULL
      AND NOT ${isHeldSql('s')} AND ${untakenBy(STARTING)}
    ORDER BY m.seq, s.program, s.element LIMIT :limit OFFSET :skip`)
  const unstarted = unstartedFinder(db)
  const family = db.query<{ members: number }>('SELECT members FROM families WHERE origin = ?')
  const forget = forgetter(db)
  return {
    get: async (agency, name, messageId) => {
      const row = get.get(agency, name, messageId)
      return row && messageRow(row)
    },
    subscribers: async (agency, name, key, messageId) =>
      subscribers.all({ agency, name, key, messageId }).map((row) => ({ ...row, id: String(row.id) as LocalId })),
    starts: async (agency, name) => starts.all(agency, name).map(startRow),
    buffered: async (query) => buffered.all({ ...query }).map(messageRow),
    unmet: async (now, limit, skip) => unmet.all({ now, limit, skip }).map(pair),
    sought: async (now, limit, skip) => sought.all({ now, limit, skip }).map(pair),
    kept: async ({ agency, packageId = '' }, limit, skip) =>
      kept.all({ agency, packageId, limit, skip }).map(startPair),
    descendants: async (origin) => family.get(origin)?.members ?? 0,
    unstarted: async (now, limit, skip) => unstarted(now, limit, skip),
    forget: (before, now = before) => queue.write(() => forget(before, now)),
  }
}

type StoredStart = StoredMessage & Pick<StoredSubscribed, 'program' | 'element' | 'keyed'>

/** A start is asked by the process of its program: the key without its version. */
function unstartedFinder(db: Connection): (now: number, limit: number, skip: number) => ReturnType<typeof startPair>[] {
  const find = db.query<StoredStart>(`
    SELECT ${MESSAGE}, s.program, s.element, s.keyed
    FROM start_messages s CROSS JOIN messages m ON m.agency = s.agency AND m.name = s.name
    WHERE m.expires > :now AND m.published_at >= s.since AND NOT ${isHeldSql('s')} AND ${untakenBy(STARTING)}
    ORDER BY m.seq LIMIT :limit OFFSET :skip`)
  return (now, limit, skip) => find.all({ now, limit, skip }).map(startPair)
}

function startPair({ program, element, keyed, ...message }: StoredStart): {
  message: MessageRow
  start: StartSubscriptionRow
} {
  const { agency, name } = message
  return { message: messageRow(message), start: startRow({ agency, program, element, name, keyed }) }
}

/** Subscriptions looked at in one write. */
const AT_ONCE = 5_000

function forgetter(db: Connection): (before: number, now: number) => number {
  const remove = db.returning<Pick<MessageRow, 'agency' | 'name' | 'messageId'>>(`
    DELETE FROM messages AS m WHERE expires < :before AND NOT ${MAY_BE_TAKEN} RETURNING agency, name, message_id AS messageId`)
  const untake = db.statement('DELETE FROM taken WHERE agency = ? AND name = ? AND message = ?')
  const found = db.statement(`
    UPDATE subscriptions AS s SET sought = NULL WHERE (instance, id) IN (
      SELECT instance, id FROM subscriptions WHERE sought = 1 AND held_at IS NULL LIMIT ${AT_ONCE})
      AND NOT EXISTS (
        SELECT 1 FROM messages m WHERE m.agency = s.agency AND m.name = s.name AND m.key = s.key
          AND ${isThereFor('s.instance')} AND ${untakenBy('s.process')})`)
  return (before, now) => {
    found.run({ now })
    const removed = remove.all({ before })
    for (const { agency, name, messageId } of removed) untake.run(agency, name, messageId)
    return removed.length
  }
}

const messageRow = ({ variables, ...rest }: StoredMessage): MessageRow => ({
  ...present<Omit<MessageRow, 'variables'>>(rest),
  variables: JSON.parse(variables) as JsonObject,
})

function pair({ instance, id, program, ...message }: StoredPair): {
  message: MessageRow
  subscription: SubscriptionRow
} {
  const { agency, name, key } = message
  return {
    message: messageRow(message),
    subscription: { instance, id: String(id) as LocalId, agency, program, name, key },
  }
}
