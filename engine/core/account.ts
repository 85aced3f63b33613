/** A person who may sign in, and the sessions they opened. */
import type { Role } from './actor.ts'
import type { AgencyId, UserId } from './ids.ts'

export interface Account {
  readonly id: UserId
  readonly agency: AgencyId
  readonly name: string
  readonly roles: readonly Role[]
  readonly groups: readonly string[]
  /** scrypt, as `scrypt$N$r$p$salt$hash`. */
  readonly password: string
  readonly disabled: boolean
  readonly createdAt: number
}

export interface Session {
  /** sha-256 of the token; the token itself is never stored. */
  readonly tokenDigest: string
  readonly user: UserId
  readonly createdAt: number
  readonly lastSeenAt: number
  readonly expires: number
  /** What it was opened with, as its owner knows it again: "firefox/android". */
  readonly device?: string
  /** Where the person signed in, unless here: asked to sign them out there too, with the proof it gave. */
  readonly signOn?: string
  readonly idToken?: string
  /** What the sign-on calls the person (`sub`) and its own session (`sid`): by these it ends this one. */
  readonly subject?: string
  readonly sid?: string
  /** Number of the company the person acts for now; absent: for themselves. */
  readonly actsFor?: string
}

/** A sign-on says that it has ended one of its sessions, or all of a person where it names none. */
export interface Ending {
  readonly signOn: string
  /** Name of the word itself (`jti`): it counts once. */
  readonly token: string
  readonly subject?: string
  readonly sid?: string
  readonly at: number
}

/** A person as a sign-on knows them; they sign in to this account and to no other, whatever it later says of them. */
export interface Identity {
  /** Address of the sign-on (`iss`) and what it calls the person (`sub`): together unique and never given to another. */
  readonly issuer: string
  readonly subject: string
  readonly user: UserId
  readonly linkedAt: number
}

export interface AccountStore {
  /** Inserts or replaces. */
  put(account: Account): Promise<void>
  get(id: UserId): Promise<Account | undefined>
  list(agency?: AgencyId): Promise<readonly Account[]>
  /** Who may sign in there and is in a group: staff, however many citizens it has. The first 2000 by id. */
  inGroups(agency: AgencyId): Promise<readonly Account[]>
  openSession(session: Session): Promise<void>
  session(tokenDigest: string): Promise<Session | undefined>
  touchSession(tokenDigest: string, lastSeenAt: number): Promise<void>
  /** @param company its number; undefined: for themselves. False when the session is not open any more. */
  actFor(tokenDigest: string, company: string | undefined): Promise<boolean>
  closeSession(tokenDigest: string): Promise<void>
  /** Also those that have run out and were not cleared away yet; the one used last first. */
  sessionsOf(user: UserId): Promise<readonly Session[]>
  /** @param except digest of the token of the one that stays open */
  closeSessionsOf(user: UserId, except?: string): Promise<void>
  /** Closes what was opened by it, in one write with the note that this word was heard; false: it was heard before. */
  endSignOn(ending: Ending): Promise<boolean>
  /** Whether the sign-on has ended that session of its own, today or yesterday. */
  hasEnded(signOn: string, sid: string): Promise<boolean>
  identity(issuer: string, subject: string): Promise<Identity | undefined>
  /** false: the identity has an account already, or the account an identity of this issuer. */
  linkIdentity(identity: Identity): Promise<boolean>
}
