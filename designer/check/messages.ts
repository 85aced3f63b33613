/** What the page and the worker that checks beside it say to each other. */
import type { Known } from '../../engine/core/package/variables/known.ts'
import type { Finding } from '../../engine/core/problem.ts'

export type ToWorker =
  /** Only what changed since the last; null: the file is gone. */
  | { readonly kind: 'check'; readonly round: number; readonly changes: ReadonlyMap<string, string | null> }
  | {
      readonly kind: 'known'
      readonly ask: number
      readonly file: string
      readonly element: string
      readonly done: boolean
    }

export type FromWorker =
  | {
      readonly kind: 'checked'
      readonly round: number
      readonly findings: readonly Finding[]
    }
  | { readonly kind: 'known'; readonly ask: number; readonly known: Known }
  /** More is known than when it was asked last. */
  | { readonly kind: 'learned' }
  /** A fault of ours; the draft is not wrong by it. */
  | { readonly kind: 'broken'; readonly reason: string }
