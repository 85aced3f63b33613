/** A message to a person by SMS or e-mail, kept with the case: what was sent, to whom, when, and whether it left. */
import type { AgencyId, InstanceId } from './ids.ts'

export interface Notice {
  /** `instance:id` of the job plus the channel: sending twice finds the first. */
  readonly key: string
  readonly agency: AgencyId
  readonly instance: InstanceId
  readonly channel: 'sms' | 'email'
  readonly to: string
  readonly language: 'ar' | 'en' | 'both'
  readonly subject?: string
  readonly body: string
  readonly at: number
  readonly sentAt?: number
}

export interface NoticeStore {
  /** Inserts unless the key is there; returns what is there. */
  open(notice: Notice): Promise<Notice>
  markSent(key: string, at: number): Promise<void>
  list(instance: InstanceId): Promise<readonly Notice[]>
}
