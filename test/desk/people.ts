/** Who works at the desks of the tests' agency, as the engine meets them. */
import type { Actor } from '../../engine/core/actor.ts'
import type { AgencyId, UserId } from '../../engine/core/ids.ts'
import { isProblem, type Problem } from '../../engine/core/problem.ts'
import { PEOPLE, type Name, type Person } from '../http/house.ts'

export function person(name: Name): Extract<Actor, { kind: 'user' }> {
  const { agency = 'moj', roles, groups = [] }: Person = PEOPLE[name]
  return { kind: 'user', id: name as UserId, agency: agency as AgencyId, roles, groups }
}

export const RANA = person('clerk.rana')
export const SAMI = person('clerk.sami')
export const HUDA = person('supervisor.huda')
export const CITIZEN = person('900000001')
export const STRANGER = person('clerk.other')

export function sure<T>(answer: T | Problem): T {
  if (isProblem(answer)) throw new Error(`${answer.code}: ${answer.detail}`)
  return answer
}

export const code = (answer: unknown): string | undefined => (isProblem(answer) ? answer.code : undefined)
