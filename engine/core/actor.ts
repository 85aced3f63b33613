/** Who did it: the person or part of the system answerable for a command, written beside every event it caused. */
import type { AgencyId, UserId } from './ids.ts'

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
    }
  | { readonly kind: 'system'; readonly id: SystemPart; readonly agency: AgencyId }

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

/** As the record names it: "user:clerk.rana" or "system:timer". */
export const actorName = (actor: Actor): string => `${actor.kind}:${actor.id}`

export const hasRole = (actor: Actor, role: Role): boolean => actor.kind === 'user' && actor.roles.includes(role)
