/** Who may apply for a service: people for themselves, companies by those who may act for them, or both. */
import { reaches, type Actor } from './actor.ts'
import { companyNumberOf } from './company.ts'
import { forbidden, type Problem } from './problem.ts'
import type { Workflow } from './workflow.ts'

export const APPLICANT_KINDS = ['person', 'company'] as const
export type ApplicantKind = (typeof APPLICANT_KINDS)[number]

/** People, unless the package says otherwise. */
export const applicantsOf = ({ start }: Workflow): readonly ApplicantKind[] => start?.applicants ?? ['person']

export const kindOfApplicant = (party: string): ApplicantKind =>
  companyNumberOf(party) === undefined ? 'person' : 'company'

/** Why this kind of applicant cannot have this service; undefined where they can. */
export function mayHave(workflow: Workflow, applicant: string): Problem | undefined {
  const kind = kindOfApplicant(applicant)
  if (applicantsOf(workflow).includes(kind)) return undefined
  return kind === 'company'
    ? forbidden(
        'start.company',
        `Expected a service that companies may apply for, but ${workflow.id} is for people; apply for yourself`,
      )
    : forbidden(
        'start.person',
        `Expected somebody who acts for a company, since ${workflow.id} is for companies; choose the company first`,
      )
}

/** Why whoever acts for a company may not have this service for it. */
export const beyondMandate = (actor: Actor, packageId: string): Problem | undefined =>
  reaches(actor, packageId)
    ? undefined
    : forbidden(
        'mandate.service',
        `Expected a mandate for ${packageId}, but yours names other services; ask a signatory`,
      )
