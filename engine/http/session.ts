/** Signing in and staying signed in: a random token, kept only as its digest; thirty minutes idle, twelve hours at most. */
import { createHash } from 'node:crypto'
import type { Account, Session } from '../core/account.ts'
import type { EngineDeps } from '../deps.ts'
import { standpointOf, type Person, type Standpoint } from '../commands/acting.ts'
import type { Clock, Ids } from '../core/clock.ts'
import { limited, unauthenticated, type Problem } from '../core/problem.ts'
import type { Store } from '../core/store.ts'
import type { UserId } from '../core/ids.ts'
import type { Attempts } from './attempts.ts'
import { HASH_OF_NOBODY, verifyPassword } from './password.ts'

export interface SessionDeps {
  readonly store: Pick<Store, 'accounts'>
  readonly clock: Clock
  readonly ids: Ids
}

export interface SignedIn {
  readonly token: string
  /** Epoch ms. */
  readonly expires: number
  readonly account: Account
}

const IDLE = 30 * 60_000
const ABSOLUTE = 12 * 3_600_000
/** A session's last use is written down at most this often. */
const TOUCH_EVERY = 60_000

export const digestOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** @param attempts failed sign-ins so far: from many addresses at once nobody guesses the password of one account. */
export async function signIn(
  deps: SessionDeps,
  attempts: Attempts,
  user: string,
  password: string,
  device: string,
): Promise<SignedIn | Problem> {
  if (!attempts.begin(user, deps.clock.now()))
    return limited('session.limited', 'Expected fewer failed sign-ins with this user name; wait a quarter of an hour')
  const account = await deps.store.accounts.get(user as UserId)
  const matches = await verifyPassword(password, account?.password ?? HASH_OF_NOBODY)
  if (account === undefined || !matches || account.disabled)
    return unauthenticated('session.refused', 'Expected a user name and its password, but they do not belong together')
  attempts.forget(user)
  return openSession(deps, account, { device })
}

/** @param opening with what, and where the person proved who they are, if not here */
export async function openSession(
  deps: SessionDeps,
  account: Account,
  opening: Pick<Session, 'device' | 'signOn' | 'idToken' | 'subject' | 'sid'>,
): Promise<SignedIn> {
  const token = deps.ids.secret()
  const now = deps.clock.now()
  const expires = now + ABSOLUTE
  await deps.store.accounts.openSession({
    tokenDigest: digestOfToken(token),
    user: account.id,
    createdAt: now,
    lastSeenAt: now,
    expires,
    ...opening,
  })
  return { token, expires, account }
}

/** Not idle for too long, and not too old. */
export const isOpen = ({ expires, lastSeenAt }: Session, now: number): boolean =>
  now < expires && now - lastSeenAt <= IDLE

/** Whoever comes with a token: the person, and as whom they ask. */
export interface Caller {
  readonly account: Account
  readonly standpoint: Standpoint
}

/** lapsed: the session was never closed, but has run out; it opens nothing, and only says whose it was. */
export interface Known extends Caller {
  readonly lapsed: boolean
}

/** undefined: the token is unknown, its session was closed, or its account is disabled. */
export async function knownByToken(deps: EngineDeps, tokenDigest: string): Promise<Known | undefined> {
  const session = await deps.store.accounts.session(tokenDigest)
  if (session === undefined) return undefined
  const now = deps.clock.now()
  const lapsed = !isOpen(session, now)
  const account = await deps.store.accounts.get(session.user)
  if (account === undefined || account.disabled) return undefined
  if (!lapsed && now - session.lastSeenAt > TOUCH_EVERY) await deps.store.accounts.touchSession(tokenDigest, now)
  return { account, standpoint: await standpointOf(deps, actorOf(account), session), lapsed }
}

/** undefined: also where the session has run out. */
export async function callerOfToken(deps: EngineDeps, tokenDigest: string): Promise<Caller | undefined> {
  const known = await knownByToken(deps, tokenDigest)
  return known?.lapsed === false ? known : undefined
}

/** As themselves. */
export const actorOf = (account: Account): Person => ({
  kind: 'user',
  id: account.id,
  agency: account.agency,
  roles: account.roles,
  groups: account.groups,
})
