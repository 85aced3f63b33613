/** Who is signed in where, and what the sign-ons have ended. */
import type { AccountStore, Ending, Session } from '../../core/account.ts'
import type { Connection } from './file/driver.ts'
import { present, type Stored } from './rows/row.ts'
import { table } from './rows/table.ts'
import type { WriteQueue } from './write/commit.ts'

const SESSIONS = table<Session>('sessions', [
  'tokenDigest',
  'user',
  'createdAt',
  'lastSeenAt',
  'expires',
  'device',
  'signOn',
  'idToken',
  'subject',
  'sid',
  'actsFor',
])
const ENDINGS = table<Ending>('endings', ['signOn', 'token', 'subject', 'sid', 'at'])

/** A word of a sign-on is long too old by then to be heard again. */
const ENDINGS_KEPT = 86_400_000

/** So long it is still known whose a session was that has run out. */
const LAPSED_KEPT = 3_600_000

type Sessions = Pick<
  AccountStore,
  | 'openSession'
  | 'session'
  | 'sessionsOf'
  | 'touchSession'
  | 'actFor'
  | 'closeSession'
  | 'closeSessionsOf'
  | 'endSignOn'
  | 'hasEnded'
>

export function sessions(db: Connection, queue: WriteQueue): Sessions {
  const insert = db.statement(SESSIONS.insert)
  const prune = db.statement('DELETE FROM sessions WHERE expires < ?')
  const get = db.query<Stored<Session>>(`SELECT ${SESSIONS.select} FROM sessions WHERE token_digest = ?`)
  const ofUser = db.query<Stored<Session>>(
    `SELECT ${SESSIONS.select} FROM sessions WHERE user = ? ORDER BY last_seen_at DESC, token_digest`,
  )
  const touch = db.statement('UPDATE sessions SET last_seen_at = ? WHERE token_digest = ?')
  const actFor = db.statement('UPDATE sessions SET acts_for = ? WHERE token_digest = ?')
  const close = db.statement('DELETE FROM sessions WHERE token_digest = ?')
  const closeOf = db.statement('DELETE FROM sessions WHERE user = ? AND token_digest <> ?')
  const write = (work: () => number): Promise<void> =>
    queue.write(() => {
      work()
    })
  return {
    /** Sessions that had long run out by then go with it, so that they do not pile up. */
    openSession: (session) =>
      write(() => prune.run(session.createdAt - LAPSED_KEPT) + insert.run(SESSIONS.values(session))),
    session: async (tokenDigest) => {
      const row = get.get(tokenDigest)
      return row && present<Session>(row)
    },
    sessionsOf: async (user) => ofUser.all(user).map((row) => present<Session>(row)),
    touchSession: (tokenDigest, lastSeenAt) => write(() => touch.run(lastSeenAt, tokenDigest)),
    actFor: (tokenDigest, company) => queue.write(() => actFor.run(company ?? null, tokenDigest) === 1),
    closeSession: (tokenDigest) => write(() => close.run(tokenDigest)),
    closeSessionsOf: (user, except = '') => write(() => closeOf.run(user, except)),
    ...endings(db, queue),
  }
}

function endings(db: Connection, queue: WriteQueue): Pick<Sessions, 'endSignOn' | 'hasEnded'> {
  const hear = db.statement(`${ENDINGS.insert} ON CONFLICT DO NOTHING`)
  const forget = db.statement('DELETE FROM endings WHERE at < ?')
  const closeBySid = db.statement('DELETE FROM sessions WHERE sign_on = ? AND sid = ?')
  const closeBySubject = db.statement(`
    DELETE FROM sessions WHERE sign_on = :signOn AND subject = :subject
    AND (:sid IS NULL OR sid IS NULL OR sid = :sid)`)
  const ended = db.query<{ found: number }>(
    'SELECT EXISTS (SELECT 1 FROM endings WHERE sign_on = ? AND sid = ?) AS found',
  )
  return {
    endSignOn: (ending) =>
      queue.write(() => {
        forget.run(ending.at - ENDINGS_KEPT)
        if (hear.run(ENDINGS.values(ending)) === 0) return false
        const { signOn, subject, sid } = ending
        if (subject === undefined) closeBySid.run(signOn, sid ?? null)
        else closeBySubject.run({ signOn, subject, sid: sid ?? null })
        return true
      }),
    hasEnded: async (signOn, sid) => ended.get(signOn, sid)?.found === 1,
  }
}
