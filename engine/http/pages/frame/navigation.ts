/** The sections of the site, each for whom it is; only those with a page of their own are shown. */
import type { FastifyRequest } from 'fastify'
import type { Actor, Role } from '../../../core/actor.ts'
import { URLS } from '../urls.ts'

interface Entry {
  readonly section: string
  readonly href: string
  readonly isFor: (actor: Actor | undefined) => boolean
}

const STAFF = ['clerk', 'supervisor', 'analyst', 'operator', 'auditor'] as const

const isStaffRole = (roles: readonly Role[]): boolean => STAFF.some((role) => roles.includes(role))

export const isStaff = (actor: Actor | undefined): boolean => actor?.kind === 'user' && isStaffRole(actor.roles)

const isCitizen = (actor: Actor | undefined): boolean => actor?.kind === 'user' && actor.roles.includes('citizen')

const hasMandates = (actor: Actor | undefined): boolean =>
  isCitizen(actor) && actor?.kind === 'user' && (actor.acting !== undefined || (actor.represents ?? []).length > 0)

const DESK = ['clerk', 'supervisor', 'operator', 'auditor'] as const

const worksAtDesk = (roles: readonly Role[]): boolean => DESK.some((role) => roles.includes(role))

const designs = (actor: Actor | undefined): boolean =>
  actor?.kind === 'user' && (['analyst', 'operator'] as const).some((role) => actor.roles.includes(role))

const ENTRIES = [
  { section: 'desk', href: URLS.desk(), isFor: (actor) => actor?.kind === 'user' && worksAtDesk(actor.roles) },
  { section: 'designer', href: URLS.designer(), isFor: designs },
  { section: 'services', href: URLS.home(), isFor: () => true },
  { section: 'my', href: URLS.my(), isFor: isCitizen },
  { section: 'mandates', href: URLS.mandates(), isFor: hasMandates },
  { section: 'figures', href: URLS.figures(), isFor: () => true },
] as const satisfies readonly Entry[]

export type Section = (typeof ENTRIES)[number]['section']

export const navigationFor = ({ server, actor }: FastifyRequest): readonly { section: Section; href: string }[] =>
  ENTRIES.filter(({ href, isFor }) => isFor(actor) && server.hasRoute({ method: 'GET', url: href }))

/** Where somebody begins who has just signed in; without a word on who, whoever asks. */
export function beginningOf({ server, actor }: FastifyRequest, person: Roled | undefined = rolesOf(actor)): string {
  const wanted = placeOf(person?.roles ?? [])
  return server.hasRoute({ method: 'GET', url: wanted }) ? wanted : URLS.home()
}

const placeOf = (roles: readonly Role[]): string => {
  if (worksAtDesk(roles)) return URLS.desk()
  return roles.includes('analyst') ? URLS.designer() : URLS.my()
}

interface Roled {
  readonly roles: readonly Role[]
}

const rolesOf = (actor: Actor | undefined): Roled | undefined => (actor?.kind === 'user' ? actor : undefined)
