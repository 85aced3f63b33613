/**
 * Why an expression has no value: a sentence an analyst can act on.
 *
 * Thrown inside an evaluation and turned into a `FeelResult` at its border, so it never leaves this folder. Deliberately no `Error`:
 * a filter over 100,000 items may meet as many missing keys, and each would pay for a stack trace nobody reads.
 */
export type FeelCode = 'unknown-name' | 'type' | 'limit' | 'syntax' | 'value'

export class Failure {
  readonly code: FeelCode
  readonly reason: string
  /** A name or key was not there; `is defined`, `get or else` and filters may forgive it. */
  readonly absent: boolean
  /** The sub-expression concerned, as written; set by the innermost construct that knows it. */
  place: string | null = null
  /** The missing name or key was looked for in the item of a filter, so that item does not match. */
  ofItem = false

  constructor(code: FeelCode, reason: string, absent = false) {
    this.code = code
    this.reason = reason
    this.absent = absent
  }

  at(place: string): this {
    this.place ??= place
    return this
  }

  sentence(): string {
    return this.place === null ? this.reason : `${this.reason} (in ${this.place})`
  }
}
