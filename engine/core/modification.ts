/**
 * An operator moves an application by hand, because its procedure cannot: a step is cancelled, begun or moved to another.
 *
 * All instructions are one step of the record, with the reason and where the application stood before and after. Work
 * that is cancelled takes what is inside with it; what encloses it goes on where something is begun in it, and is
 * cancelled as well where nothing is left. Nothing is begun in what the same instructions cancel: a part that is cancelled
 * and has a step begun in it is begun anew. What is begun needs no event before it: a step waits, a gateway goes on.
 */
import type { LocalId } from './ids.ts'
import type { JsonObject } from './json.ts'

export type Instruction =
  /** An element instance at work, with everything inside it. */
  | { readonly kind: 'cancel'; readonly id: LocalId }
  /** One token that waits before a join, by the flow it came on. */
  | { readonly kind: 'drop'; readonly scope: LocalId; readonly flow: string }
  /** Begins an element; what encloses it is begun as well where it is not at work. */
  | {
      readonly kind: 'start'
      readonly element: string
      /** The element instance to begin it in, where more than one would do. */
      readonly scope?: LocalId
      /** Variables the element begins with. */
      readonly variables?: JsonObject
    }
  /** Cancels the one and begins the other in its place. */
  | { readonly kind: 'move'; readonly id: LocalId; readonly to: string }
  /** Before anything is begun; the whole application where no scope is named. */
  | { readonly kind: 'set'; readonly scope?: LocalId; readonly variables: JsonObject }

/** Where an application stands, as its record says it: an element instance at work that holds no others. */
export interface Standing {
  readonly id: LocalId
  readonly element: string
}
