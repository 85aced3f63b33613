/** Who may sign in, and who is signed in. */
import type { Account, AccountStore, Identity, Session } from '../../core/account.ts'
import type { Role } from '../../core/actor.ts'
import type { WriteQueue } from './write/commit.ts'
import type { Connection } from './file/driver.ts'
import { table } from './rows/table.ts'

type StoredAccount = Omit<Account, 'roles' | 'groups' | 'disabled'> & {
  readonly roles: string
  readonly groups: string
  readonly disabled: number
}

const ACCOUNTS = table<StoredAccount>('accounts', [
  'id',
  'agency',
  'name',
  'roles',
  'groups',
  'password',
  'disabled',
  'createdAt',
])
type StoredSession = Omit<Session, 'signOn' | 'idToken'> & {
  readonly signOn: string | null
  readonly idToken: string | null
}

const SESSIONS = table<StoredSession>('sessions', [
  'tokenDigest',
  'user',
  'createdAt',
  'lastSeenAt',
  'expires',
  'signOn',
  'idToken',
])
const IDENTITIES = table<Identity>('identities', ['issuer', 'subject', 'user', 'linkedAt'])

export function accounts(db: Connection, queue: WriteQueue): AccountStore {
  const put = db.statement(`${ACCOUNTS.insert} ON CONFLICT (id) DO UPDATE SET ${ACCOUNTS.assign}`)
  const get = db.query<StoredAccount>(`SELECT ${ACCOUNTS.select} FROM accounts WHERE id = ?`)
  const list = db.query<StoredAccount>(`SELECT ${ACCOUNTS.select} FROM accounts ORDER BY id`)
  const listOf = db.query<StoredAccount>(`SELECT ${ACCOUNTS.select} FROM accounts WHERE agency = ? ORDER BY id`)
  return {
    put: (account) =>
      queue.write(() => {
        put.run(ACCOUNTS.values(stored(account)))
      }),
    get: async (id) => {
      const row = get.get(id)
      return row && accountOf(row)
    },
    list: async (agency) => (agency === undefined ? list.all() : listOf.all(agency)).map(accountOf),
    ...sessions(db, queue),
    ...identities(db, queue),
  }
}

function identities(db: Connection, queue: WriteQueue): Pick<AccountStore, 'identity' | 'linkIdentity'> {
  const get = db.query<Identity>(`SELECT ${IDENTITIES.select} FROM identities WHERE issuer = ? AND subject = ?`)
  const link = db.statement(`${IDENTITIES.insert} ON CONFLICT DO NOTHING`)
  return {
    identity: async (issuer, subject) => get.get(issuer, subject),
    linkIdentity: (identity) => queue.write(() => link.run(IDENTITIES.values(identity)) === 1),
  }
}

const sessionOf = ({ signOn, idToken, ...rest }: StoredSession): Session => ({
  ...rest,
  ...(signOn === null ? {} : { signOn }),
  ...(idToken === null ? {} : { idToken }),
})

type Sessions = Pick<AccountStore, 'openSession' | 'session' | 'touchSession' | 'closeSession' | 'closeSessionsOf'>

function sessions(db: Connection, queue: WriteQueue): Sessions {
  const insert = db.statement(SESSIONS.insert)
  const prune = db.statement('DELETE FROM sessions WHERE expires < ?')
  const get = db.query<StoredSession>(`SELECT ${SESSIONS.select} FROM sessions WHERE token_digest = ?`)
  const touch = db.statement('UPDATE sessions SET last_seen_at = ? WHERE token_digest = ?')
  const close = db.statement('DELETE FROM sessions WHERE token_digest = ?')
  const closeOf = db.statement('DELETE FROM sessions WHERE user = ?')
  const write = (work: () => number): Promise<void> =>
    queue.write(() => {
      work()
    })
  return {
    /** Sessions that had run out by then go with it, so that they do not pile up. */
    openSession: (session) =>
      write(
        () => prune.run(session.createdAt) + insert.run(SESSIONS.values({ signOn: null, idToken: null, ...session })),
      ),
    session: async (tokenDigest) => {
      const row = get.get(tokenDigest)
      return row && sessionOf(row)
    },
    touchSession: (tokenDigest, lastSeenAt) => write(() => touch.run(lastSeenAt, tokenDigest)),
    closeSession: (tokenDigest) => write(() => close.run(tokenDigest)),
    closeSessionsOf: (user) => write(() => closeOf.run(user)),
  }
}

const stored = ({ roles, groups, disabled, ...rest }: Account): StoredAccount => ({
  ...rest,
  roles: JSON.stringify(roles),
  groups: JSON.stringify(groups),
  disabled: disabled ? 1 : 0,
})

const accountOf = ({ roles, groups, disabled, ...rest }: StoredAccount): Account => ({
  ...rest,
  roles: JSON.parse(roles) as Role[],
  groups: JSON.parse(groups) as string[],
  disabled: disabled === 1,
})
