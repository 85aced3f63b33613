/** A made-up person whom the double lets in, and what it says of them. */
import type { JsonValue } from '../../core/json.ts'
import type { Text } from '../../core/text.ts'

export interface SignOnPerson {
  /** What the double calls them (`sub`); never given to another. */
  readonly subject: string
  readonly name: string
  /** Why one would choose to be them. */
  readonly note: Text
  /** Beside sub and name: "national_id", "preferred_username", "agency", "roles", "groups". */
  readonly claims: Readonly<Record<string, JsonValue>>
}
