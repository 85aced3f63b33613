/**
 * An application that somebody at the agency began for the applicant, who stood at the counter or was on the telephone:
 * who did it, for whom, and how the applicant agreed. It stands in the application's record from its first event on.
 */
import type { Channel } from './channel.ts'
import type { AgencyId, InstanceId, UserId } from './ids.ts'
import type { Text } from './text.ts'

/** Where nobody applies without the applicant's consent: at a counter of the agency, at one of a mission abroad. */
export const ASSISTED_CHANNELS: readonly Channel[] = ['counter', 'mission']

export const CONSENTS = ['signed', 'spoken', 'representative'] as const
/** signed: on paper, kept by the office. spoken: before the operator. representative: somebody with power to act agreed. */
export type ConsentKind = (typeof CONSENTS)[number]

/** How the applicant agreed, as the operator says it. */
export interface Consent {
  readonly kind: ConsentKind
  /** Name and number of who agreed in the applicant's place; only with `representative`, and always there. */
  readonly representative?: string
  /** What the applicant was told and agreed to, in the words it was read to them. */
  readonly statement: string
}

/** As the record has it. */
export interface Assisted {
  readonly operator: UserId
  readonly applicant: UserId
  readonly consent: ConsentKind
  readonly representative?: string
  readonly statement: string
}

export interface Assistance extends Assisted {
  readonly instance: InstanceId
  readonly agency: AgencyId
  readonly at: number
}

export interface AssistanceStore {
  /** undefined: the applicant began it. */
  of(instance: InstanceId): Promise<Assistance | undefined>
}

/** What is read to an applicant where the agency has no words of its own. */
export const STATEMENT: Text = {
  ar: 'أوافق على أن يقدّم موظف الجهة هذا الطلب باسمي، وعلى استعمال بياناتي لإنجازه.',
  en: 'I agree that staff of the agency make this application in my name, and that my data is used to complete it.',
}
