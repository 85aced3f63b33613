/** What is wrong with an answer: where, which rule it breaks, and what that rule asks. Its sentence is found in the reader's language. */
import type { Place } from './place.ts'

export interface Fault {
  /** Of the answer to correct; "" for the form as a whole. */
  readonly place: Place
  /** "required", "minimum", or that of a kind, like "nationalId". */
  readonly code: string
  /** { "limit": 3 } */
  readonly params: Readonly<Record<string, unknown>>
}
