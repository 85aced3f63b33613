/** The blocks a random procedure is built of: what each of them can be. */

/** How an activity is repeated, if at all. */
export type Each = 'parallel' | 'sequential' | 'rounds' | 'first' | 'counted' | 'while' | 'until' | null
export type Step =
  | 'user'
  | 'plainUser'
  | 'service'
  | 'send'
  | 'receive'
  | 'script'
  | 'manual'
  | 'abstract'
  | 'timer'
  | 'message'
  | 'milestone'
  | 'notice'
  | 'signal'
  | 'condition'
  | 'horn'
  | 'raise'
export type Edge =
  | 'none'
  | 'timer'
  | 'reminder'
  | 'message'
  | 'news'
  | 'error'
  | 'anyError'
  | 'bothErrors'
  | 'signal'
  | 'siren'
  | 'escalation'
  | 'alert'
  | 'condition'
  | 'watch'
export type Handler =
  | 'timer'
  | 'reminder'
  | 'message'
  | 'news'
  | 'error'
  | 'anyError'
  | 'signal'
  | 'siren'
  | 'escalation'
  | 'alert'
  | 'condition'
  | 'watch'

export type Block =
  | { readonly kind: 'step'; readonly step: Step; readonly each: Each; readonly edge: Edge }
  | { readonly kind: 'row'; readonly blocks: readonly Block[] }
  | { readonly kind: 'split'; readonly by: 'exclusive' | 'parallel' | 'inclusive'; readonly ways: readonly Block[] }
  /** All ways are taken, and it goes on when so many of them have come; `late`: what comes later has a way of its own. */
  | { readonly kind: 'quorum'; readonly need: number; readonly late: boolean; readonly ways: readonly Block[] }
  /** Several flows out of one task: all of them, or those whose condition holds. */
  | { readonly kind: 'fan'; readonly conditional: boolean; readonly ways: readonly Block[] }
  | {
      readonly kind: 'part'
      readonly inner: Block
      readonly edge: Edge
      readonly handlers: readonly Handler[]
      readonly each: Each
    }
  /** A part without an end event, with a start event for each of its ways or without any. */
  | { readonly kind: 'open'; readonly starts: boolean; readonly ways: readonly Block[] }
  /** Several tokens come to one step and go on one by one, each to the end of the part. */
  | { readonly kind: 'crowd'; readonly inner: Block; readonly tokens: number }
  | { readonly kind: 'again'; readonly inner: Block }
  | { readonly kind: 'call'; readonly inner: Block; readonly edge: Edge; readonly each: Each; readonly mapped: boolean }
  | { readonly kind: 'race'; readonly one: Block; readonly other: Block; readonly receives: boolean }
  /** Flows drawn at random: forward anywhere, back only to somebody who is asked, so that nothing runs in circles by itself. */
  | { readonly kind: 'tangle'; readonly knots: readonly Knot[]; readonly links: readonly (readonly [number, number])[] }
  /** Steps with handlers, and then an event that has one of them or all undone. */
  | {
      readonly kind: 'saga'
      readonly steps: readonly Undoable[]
      readonly parallel: boolean
      readonly meant: number | null
      readonly waits: boolean
      readonly ends: boolean
    }
  /** Steps that are chosen while it runs; `active` of them to begin with. */
  | {
      readonly kind: 'adHoc'
      readonly steps: readonly Step[]
      readonly follows: boolean
      readonly active: number
      readonly sequential: boolean
      readonly conditional: boolean
      readonly cancelRemaining: boolean
      readonly edge: Edge
    }
  /** It goes on elsewhere on the page. */
  | { readonly kind: 'jump'; readonly one: Block; readonly other: Block }
  /** What is done in it is undone when somebody cancels it, from inside or from a part of it. */
  | {
      readonly kind: 'transaction'
      readonly steps: readonly Undoable[]
      readonly beside: Block
      readonly deep: boolean
      readonly each: Each
    }
  /** Somebody decides whether this is the end of it. */
  | { readonly kind: 'stop'; readonly by: Stop }

export type Stop = 'terminate' | 'error' | 'end' | 'message' | 'signal' | 'escalation'
export type Knot = 'user' | 'exclusive' | 'parallel' | 'inclusive' | 'complex'

/** `by`: the activity on its edge undoes it, what it holds inside for that, or what was done inside it. */
export type Undoable =
  | { readonly kind: 'step'; readonly step: Step; readonly each: Each; readonly asks: boolean }
  | {
      readonly kind: 'part'
      readonly steps: readonly Undoable[]
      readonly by: 'edge' | 'itself' | 'inside'
      readonly each: Each
    }

export interface Procedure {
  readonly block: Block
  readonly handlers: readonly Handler[]
}
