/** Accounts written straight into a store: the first operator of an installation, and the people of the demonstration. */
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Role } from '../../engine/core/actor.ts'
import { agencyId, userId } from '../../engine/core/ids.ts'
import { invalid, isProblem, type Problem } from '../../engine/core/problem.ts'
import type { Store } from '../../engine/core/store.ts'
import type { Say } from '../text/text.ts'

export interface NewAccount {
  readonly id: string
  readonly agency: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly groups: readonly string[]
  readonly password: string
  readonly disabled?: boolean
}

/** 96 random bits, in letters no shell and no reader takes for something else. */
export const newPassword = (): string => randomBytes(12).toString('hex')

export async function putAccount(
  store: Pick<Store, 'accounts'>,
  account: NewAccount,
  now: number,
  say: Say,
): Promise<true | Problem> {
  const { acceptablePassword, hashPassword } = await import('../../engine/http/password.ts')
  const id = userId(account.id)
  const agency = agencyId(account.agency)
  if (isProblem(id)) return id
  if (isProblem(agency)) return agency
  if (!acceptablePassword(account.password)) return invalid('account.password', say('account.shortPassword'))
  const before = await store.accounts.get(id)
  await store.accounts.put({
    ...account,
    id,
    agency,
    password: await hashPassword(account.password),
    disabled: account.disabled ?? false,
    createdAt: before?.createdAt ?? now,
  })
  await store.accounts.closeSessionsOf(id)
  return true
}

/** @param data folder of a server that is stopped: the store lets nobody else in while it runs; made if absent */
export async function writeAccount(data: string, account: NewAccount, say: Say): Promise<true | Problem> {
  mkdirSync(data, { recursive: true })
  const { openSqlite } = await import('../../engine/store/sqlite/sqlite.ts')
  const store = openSqlite({ file: join(data, 'masar.db') })
  try {
    return await putAccount(store, account, Date.now(), say)
  } finally {
    await store.close()
  }
}
