/** Who takes part in a trial: the applicant, for themselves or for a company, and the staff the scenario names. */
import { actingFor, type Person } from '../commands/acting.ts'
import type { Actor } from '../core/actor.ts'
import type { AgencyId, UserId } from '../core/ids.ts'
import { PLATFORM_AGENCY } from '../core/policy/access.ts'
import type { Scenario } from '../core/trial/scenario.ts'

const DEFAULT_APPLICANT = '900000001'

const NATIONAL_ID = /^[0-9]{9}$/

/** The applicant, and whoever signs in with an identity number, are citizens; everybody else is staff with the groups the scenario gives. */
export function person(scenario: Scenario, agency: AgencyId, name: string): Actor {
  const applicant = scenario.start.applicant ?? DEFAULT_APPLICANT
  const known = scenario.people?.[name]
  if (name === applicant || name === 'applicant') return applicantIn(scenario)
  if (known === undefined && NATIONAL_ID.test(name)) return citizen(name)
  const roles = (known?.roles ?? ['clerk']) as Extract<Actor, { kind: 'user' }>['roles']
  return { kind: 'user', id: name as UserId, agency, roles, groups: known?.groups ?? [] }
}

/** Themselves, or the company they act for. */
export function applicantIn({ start: { applicant = DEFAULT_APPLICANT, company } }: Scenario): Person {
  const person = citizen(applicant)
  return company === undefined ? person : actingFor(person, { company, role: 'representative' })
}

const citizen = (id: string): Person => ({
  kind: 'user',
  id: id as UserId,
  agency: PLATFORM_AGENCY as AgencyId,
  roles: ['citizen'],
  groups: [],
})
