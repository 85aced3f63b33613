/**
 * An application that somebody at the agency began for the applicant, who stood at the counter or was on the telephone:
 * who did it, for whom, and how the applicant agreed. Kept with the application from its first moment.
 */
import type { AgencyId, InstanceId, UserId } from './ids.ts'

export const CONSENTS = ['signed', 'spoken', 'representative'] as const
/** signed: on paper, kept by the office. spoken: before the operator. representative: somebody with power to act agreed. */
export type Consent = (typeof CONSENTS)[number]

export interface Assistance {
  readonly instance: InstanceId
  readonly agency: AgencyId
  readonly operator: UserId
  readonly applicant: UserId
  readonly consent: Consent
  /** What the applicant was told and agreed to, in the words it was read to them. */
  readonly statement: string
  readonly at: number
}

export interface AssistanceStore {
  /** undefined: the applicant began it. */
  of(instance: InstanceId): Promise<Assistance | undefined>
}
