/**
 * Asking the register of another agency while somebody fills in a form: for what is offered to choose from, not for the procedure. Only reading; under the data agreement of the
 * package, with its evidence kept under whatever is being filled in.
 */
import { Duration } from 'luxon'
import type { AgencyId, InstanceId, ProgramKey } from './ids.ts'
import type { JsonObject, JsonValue } from './json.ts'

export interface RegisterQuestion {
  readonly agency: AgencyId
  readonly program: ProgramKey
  /** The application, or what is to become one: the draft. */
  readonly subject: InstanceId
  readonly form: string
  /** Data-bus service, `PS/GOV/MOI/civil-registry/getPerson/v1`. */
  readonly service: string
  readonly path?: JsonValue
  readonly query: JsonObject
  /** Milliseconds for which an answer is good for everybody; absent: for this subject alone, for a while. */
  readonly keep?: number
  /** Somebody wants to know it anew. */
  readonly again?: boolean
}

export type RegisterAnswer =
  /** null: it has no such entry. */
  { readonly kind: 'answered'; readonly reply: JsonValue } | { readonly kind: 'unavailable'; readonly reason: string }

export interface Registers {
  ask(question: RegisterQuestion): Promise<RegisterAnswer>
}

/** @param keep ISO 8601 duration, as the package has it */
export const millisOf = (keep: string): number => Duration.fromISO(keep).toMillis()
