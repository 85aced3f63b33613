/**
 * The connector port: how a service task reaches the data bus, the payment switch, the printer or the telephone.
 *
 * A connector is given a leased job and says how it ended. It is called at least once per job, always with the same key
 * and the same variables; it must make the repetition harmless. Timeouts are its own, from operator configuration;
 * hosts and secrets come from there too, never from a package.
 */
import type { JsonObject } from './json.ts'
import type { AgencyId, GlobalId, InstanceId, ProgramKey, Reference } from './ids.ts'

export interface Connector {
  /** The job type in zeebe:taskDefinition, e.g. "masar:databus". */
  readonly type: string
  run(job: ConnectorJob, signal: AbortSignal): Promise<JobOutcome>
}

export interface ConnectorJob {
  /** `instance:id`; the idempotency key towards the outside. */
  readonly key: GlobalId
  readonly instance: InstanceId
  readonly agency: AgencyId
  readonly reference: Reference
  readonly program: ProgramKey
  readonly element: string
  readonly headers: Readonly<Record<string, string>>
  /** The task's input mappings. */
  readonly variables: JsonObject
  /** 1 for the first attempt. */
  readonly attempt: number
  /** Attempts left, this one included. */
  readonly retries: number
}

export type JobOutcome =
  | { readonly kind: 'completed'; readonly variables: JsonObject }
  /** Nothing happened outside: try again with backoff while attempts are left, then incident. `code` is thrown as a BPMN
   * error instead of the incident when the last attempt fails, if given and something catches it. */
  | { readonly kind: 'failed'; readonly reason: string; readonly code?: string }
  /** A business outcome the procedure can catch: BPMN error. */
  | { readonly kind: 'error'; readonly code: string; readonly message: string; readonly variables?: JsonObject }
  /** A person must look; no attempt is repeated by itself. */
  | { readonly kind: 'incident'; readonly reason: string }
  /** The end comes from elsewhere (a callback completes the job); ask again not before `check`. */
  | { readonly kind: 'waiting'; readonly check: number }

/** A connector that throws has a bug, which counts as a failure with the text. */
export async function runConnector(connector: Connector, job: ConnectorJob, signal: AbortSignal): Promise<JobOutcome> {
  try {
    return await connector.run(job, signal)
  } catch (fault) {
    return {
      kind: 'failed',
      reason: `Expected ${connector.type} to end with an outcome, but it broke off: ${fault instanceof Error ? fault.message : String(fault)}`,
    }
  }
}
