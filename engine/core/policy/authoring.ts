/** Who may write the packages of an agency before they are in force: its analysts and operators, and the operators of the installation. */
import { hasRole, type Actor, type Role } from '../actor.ts'
import type { AgencyId } from '../ids.ts'
import { notFound, type Problem } from '../problem.ts'
import { mayActFor } from './access.ts'

/** Somebody who may write here; others are told that there is nothing. */
export type Author = Extract<Actor, { kind: 'user' }>

export const isAuthor = (actor: Actor): actor is Author => hasRole(actor, 'analyst') || hasRole(actor, 'operator')

/** Whether an account of these roles writes and signs for its agency. */
export const authors = (roles: readonly Role[]): boolean =>
  roles.some((role) => role === 'analyst' || role === 'operator')

export const mayAuthor = (actor: Actor, agency: AgencyId): actor is Author =>
  isAuthor(actor) && mayActFor(actor, agency)

export const noSuchPackageDraft: Problem = notFound(
  'package-draft.not-found',
  'Expected a draft of your agency, but there is none by this id: it was thrown away, or is another agency’s',
)
