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
  /** Where the person signed in, unless here: asked to sign them out there too, with the proof it gave. */
  readonly signOn?: string
  readonly idToken?: string
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
  openSession(session: Session): Promise<void>
  session(tokenDigest: string): Promise<Session | undefined>
  touchSession(tokenDigest: string, lastSeenAt: number): Promise<void>
  closeSession(tokenDigest: string): Promise<void>
  closeSessionsOf(user: UserId): Promise<void>
  identity(issuer: string, subject: string): Promise<Identity | undefined>
  /** false: the identity has an account already, or the account an identity of this issuer. */
  linkIdentity(identity: Identity): Promise<boolean>
}
