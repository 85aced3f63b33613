/** Who works with the server under test, and the bearer token of each, known beforehand so that nobody has to sign in. */
import type { Account } from '../../engine/core/account.ts'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import type { Role } from '../../engine/core/actor.ts'
import type { AccountStore } from '../../engine/core/account.ts'
import { HASH_OF_NOBODY } from '../../engine/http/password.ts'
import { digestOfToken } from '../../engine/http/session.ts'

interface Person {
  readonly id: UserId
  readonly roles: readonly Role[]
  readonly groups: readonly string[]
}

const person = (id: string, roles: readonly Role[], groups: readonly string[] = []): Person => ({
  id: id as UserId,
  roles,
  groups,
})

export const OPERATOR = person('operator', ['operator'])
export const COUNTER = person('counter', ['clerk'])
export const REVIEWER = person('clerk.one', ['clerk'], ['reviewers'])
export const DECIDER = person('clerk.two', ['clerk'], ['deciders'])
export const COURT = person('court', ['worker'])
export const STAMPER = person('stamper', ['worker'])
export type { Person }

const PEOPLE = [OPERATOR, COUNTER, REVIEWER, DECIDER, COURT, STAMPER]
export const AGENCY = 'moj' as AgencyId
const TEN_YEARS = 10 * 365 * 86_400_000

export const tokenOf = (one: Person): string => `${one.id.replace('.', '-')}-token-of-the-kill-harness`

/** Whoever is missing is let in; those who are there stay. */
export async function admit(accounts: AccountStore, now: number): Promise<void> {
  for (const { id, roles, groups } of PEOPLE) {
    const account: Account = {
      id,
      agency: AGENCY,
      name: id,
      roles,
      groups,
      password: HASH_OF_NOBODY,
      disabled: false,
      createdAt: now,
    }
    if ((await accounts.get(id)) === undefined) await accounts.put(account)
    const tokenDigest = digestOfToken(tokenOf({ id, roles, groups }))
    if ((await accounts.session(tokenDigest)) === undefined)
      await accounts.openSession({ tokenDigest, user: id, createdAt: now, lastSeenAt: now, expires: now + TEN_YEARS })
  }
}
