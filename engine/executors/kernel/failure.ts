/** Why an element could not take its step: becomes the incident an operator reads. */
import type { IncidentCause } from '../../core/instance.ts'

export class Failure {
  readonly cause: IncidentCause
  /** What was expected and found, where, with the expression where there is one. */
  readonly message: string

  constructor(cause: IncidentCause, message: string) {
    this.cause = cause
    this.message = message
  }
}
