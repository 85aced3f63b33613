/**
 * That a person may act for a company, in which services, from when until when, and by whose word.
 *
 *     register   the register of companies names the person a signatory; told by the sign-on each time they sign in by it,
 *                and good for sessions opened there alone
 *     portal     a signatory gave it to an employee
 *     operator   the operator of the installation gave it
 *
 * A signatory acts in every service and gives and revokes mandates; a representative acts in the services named. Whoever
 * acts for a company says so first and is the company from then on: what is the company's is not theirs, and what is theirs
 * not the company's. A mandate ends at its last moment or when it is revoked, at once and for every open session. It is kept
 * when it is over, and so is the record of who gave, revoked and used it.
 */
import type { Company } from './company.ts'
import type { UserId } from './ids.ts'
import type { Page } from './page.ts'

export const MANDATE_ROLES = ['signatory', 'representative'] as const
export type MandateRole = (typeof MANDATE_ROLES)[number]

export const MANDATE_SOURCES = ['register', 'portal', 'operator'] as const
export type MandateSource = (typeof MANDATE_SOURCES)[number]

export interface Mandate {
  /** A UUID. */
  readonly id: string
  /** Number in the register of companies. */
  readonly company: string
  readonly holder: UserId
  readonly role: MandateRole
  /** Packages it reaches; absent: all. */
  readonly services?: readonly string[]
  readonly source: MandateSource
  /** Epoch ms; from this moment on. */
  readonly starts: number
  /** Until before this one; absent: until it is revoked. */
  readonly ends?: number
  /** As the record names them: "user:400000014 for company:562400101", "sign-on:national". */
  readonly givenBy: string
  readonly givenAt: number
  readonly revokedAt?: number
  readonly revokedBy?: string
}

export interface HeldMandate {
  readonly mandate: Mandate
  readonly company: Company
}

/** What a person may do for a company by all their mandates together. */
export interface Representation {
  readonly company: Company
  readonly role: MandateRole
  /** Absent: every service. */
  readonly services?: readonly string[]
}

/** One line of the record of mandates. */
export interface MandateEntry {
  readonly kind: 'granted' | 'revoked' | 'used'
  readonly at: number
  readonly company: string
  /** Whose mandate it is. */
  readonly holder: UserId
  /** Absent where somebody began to act, by whatever mandates they have. */
  readonly mandate?: string
  /** actorName of who did it. */
  readonly by: string
}

export interface MandateStore {
  /** With the company as it is called now, and its line in the record, in one write. */
  grant(mandate: Mandate, company: Company): Promise<void>
  get(id: string): Promise<Mandate | undefined>
  /** False when it was revoked before. */
  revoke(id: string, at: number, by: string): Promise<boolean>
  /** Those in force now. */
  heldBy(holder: UserId, now: number): Promise<readonly HeldMandate[]>
  /** Newest first, 500 at most; those that are over too, the revoked ones last. */
  list(query: { readonly company?: string; readonly holder?: UserId }): Promise<readonly HeldMandate[]>
  company(number: string): Promise<Company | undefined>
  /** Somebody begins to act. */
  use(entry: Omit<MandateEntry, 'kind' | 'mandate'>): Promise<void>
  /** Newest first. */
  record(query: {
    readonly company: string
    readonly after?: string
    readonly limit: number
  }): Promise<Page<MandateEntry>>
}

export const isInForce = (mandate: Mandate, now: number): boolean => mandate.starts <= now && !isOver(mandate, now)

export const isOver = ({ ends, revokedAt }: Mandate, now: number): boolean =>
  revokedAt !== undefined || (ends !== undefined && ends <= now)

/** By company, in the order in which the mandates come. */
export function representationsOf(held: readonly HeldMandate[]): readonly Representation[] {
  const found = new Map<string, Representation>()
  for (const { mandate, company } of held) {
    const before = found.get(company.number)
    found.set(company.number, before ? together(before, mandate) : representation(company, mandate))
  }
  return [...found.values()]
}

const representation = (company: Company, { role, services }: Mandate): Representation => ({
  company,
  role,
  ...(services === undefined || role === 'signatory' ? {} : { services }),
})

function together(before: Representation, mandate: Mandate): Representation {
  const { company } = before
  if (before.role === 'signatory' || mandate.role === 'signatory') return { company, role: 'signatory' }
  if (before.services === undefined || mandate.services === undefined) return { company, role: 'representative' }
  return { company, role: 'representative', services: [...new Set([...before.services, ...mandate.services])] }
}
