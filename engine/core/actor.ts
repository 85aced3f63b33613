/** Who did it: the person or part of the system answerable for a command, written beside every event it caused. */
import type { AgencyId, UserId } from './ids.ts'
import type { Representation } from './mandate.ts'

export const ROLES = ['citizen', 'clerk', 'supervisor', 'analyst', 'operator', 'auditor', 'worker'] as const
export type Role = (typeof ROLES)[number]

export type Actor =
  | {
      readonly kind: 'user'
      readonly id: UserId
      readonly agency: AgencyId
      readonly roles: readonly Role[]
      /** Candidate groups of the agency's packages this person belongs to, e.g. "judicial-record-clerk". */
      readonly groups: readonly string[]
      /** Who it is that acts for a company; `id` is the company then, and the roles are a citizen's. */
      readonly acting?: Acting
      /** Companies this person may act for, whether they do so now or not: what is theirs is not decided by them. */
      readonly represents?: readonly UserId[]
    }
  | { readonly kind: 'system'; readonly id: SystemPart; readonly agency: AgencyId }

export interface Acting extends Representation {
  readonly person: UserId
}

/** Parts of Masar that act without a person. */
export type SystemPart =
  | 'timer'
  | 'message'
  | 'signal'
  | 'connector'
  | 'payments'
  | 'suspension'
  | 'calendar'
  | 'setup'
  | 'test'

/** As the record names it: "user:clerk.rana", "system:timer", or "user:400000014 for company:562400101". */
export const actorName = (actor: Actor): string =>
  actor.kind === 'user' && actor.acting ? `${beganFor(actor.acting.person)}${actor.id}` : `${actor.kind}:${actor.id}`

/** How the name of somebody who acts for a company begins. */
export const beganFor = (person: UserId): string => `user:${person} for `

/** Who acted, of a name as actorName gives it to somebody who acts for a company. */
export const humanNamed = (name: string): UserId | undefined => /^user:(\S+) for /.exec(name)?.[1] as UserId | undefined

/** The human being, whomever they act for. */
export const humanOf = (actor: Extract<Actor, { kind: 'user' }>): UserId => actor.acting?.person ?? actor.id

/** Whether what this actor does reaches applications of this package. */
export const reaches = (actor: Actor, packageId: string): boolean =>
  actor.kind === 'system' || (actor.acting?.services?.includes(packageId) ?? true)

export const hasRole = (actor: Actor, role: Role): boolean => actor.kind === 'user' && actor.roles.includes(role)
