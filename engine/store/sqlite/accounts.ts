/** Who may sign in, and as whom sign-ons know them. */
import type { Account, AccountStore, Identity } from '../../core/account.ts'
import type { Role } from '../../core/actor.ts'
import type { WriteQueue } from './write/commit.ts'
import type { Connection } from './file/driver.ts'
import { table } from './rows/table.ts'
import { sessions } from './sessions.ts'

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
const IDENTITIES = table<Identity>('identities', ['issuer', 'subject', 'user', 'linkedAt'])

export function accounts(db: Connection, queue: WriteQueue): AccountStore {
  const put = db.statement(`${ACCOUNTS.insert} ON CONFLICT (id) DO UPDATE SET ${ACCOUNTS.assign}`)
  const get = db.query<StoredAccount>(`SELECT ${ACCOUNTS.select} FROM accounts WHERE id = ?`)
  const list = db.query<StoredAccount>(`SELECT ${ACCOUNTS.select} FROM accounts ORDER BY id`)
  const listOf = db.query<StoredAccount>(`SELECT ${ACCOUNTS.select} FROM accounts WHERE agency = ? ORDER BY id`)
  const inGroups = db.query<StoredAccount>(`SELECT ${ACCOUNTS.select} FROM accounts
    WHERE agency = ? AND disabled = 0 AND groups <> '[]' ORDER BY id LIMIT 2000`)
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
    inGroups: async (agency) => inGroups.all(agency).map(accountOf),
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
