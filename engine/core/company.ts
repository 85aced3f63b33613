/**
 * A company as the register of companies knows it, by its number there. What belongs to it (applications, drafts, tasks,
 * papers) is held under its own name and is nobody's who acts for it: see mandate.ts.
 */
import { companyId, type UserId } from './ids.ts'
import { invalid, isProblem, type Problem } from './problem.ts'
import type { Text } from './text.ts'

export interface Company {
  /** Number in the register of companies, e.g. "562400101". */
  readonly number: string
  readonly name: Text
}

const PREFIX = 'company:'

/** The name under which it holds what is its own. */
export function partyOfCompany(number: string): UserId {
  const party = companyId(PREFIX + number)
  if (isProblem(party)) throw new Error(party.detail)
  return party
}

/** undefined: it is a person's. */
export const companyNumberOf = (party: string | undefined): string | undefined =>
  party?.startsWith(PREFIX) ? party.slice(PREFIX.length) : undefined

export const companyNumber = (text: string): string | Problem =>
  isProblem(companyId(PREFIX + text))
    ? invalid(
        'company.number',
        `Expected a number of the register of companies like "562400101", but found "${text.slice(0, 40)}"`,
      )
    : text
