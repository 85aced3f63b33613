/** Proof of what was asked of another agency's register and what it answered, kept with the case. */
import type { AgencyId, InstanceId } from './ids.ts'

export type CallOutcome = 'answered' | 'notFound' | 'notDelivered' | 'ambiguous' | 'refused'

export interface BusCallRow {
  readonly agency: AgencyId
  readonly instance: InstanceId
  /** `instance:id` of the job. */
  readonly job: string
  readonly attempt: number
  readonly at: number
  /** Milliseconds until the answer or its absence. */
  readonly took: number
  readonly client: string
  readonly service: string
  readonly method: string
  /** X-Road-Id: stable over retries. */
  readonly messageId: string
  /** X-Road-Request-Id of the security server: one per attempt. */
  readonly requestId?: string
  readonly requestHash?: string
  readonly requestDigest?: string
  readonly responseDigest?: string
  /** HTTP status; absent when there was no answer. */
  readonly status?: number
  readonly errorType?: string
  readonly errorDetail?: string
  readonly outcome: CallOutcome
}

export interface EvidenceStore {
  add(call: BusCallRow): Promise<void>
  list(instance: InstanceId): Promise<readonly BusCallRow[]>
  ofJob(job: string): Promise<readonly BusCallRow[]>
}
