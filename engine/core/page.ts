/** A part of a long list, and how to ask for the next one. */
import { invalid, type Problem } from './problem.ts'

export interface Page<T> {
  readonly items: readonly T[]
  /** Opaque; absent on the last page. */
  readonly next?: string
}

/** @param after what a caller gave in place of the `next` of the page before */
export const badCursor = (after: string): Problem =>
  invalid(
    'page.cursor',
    `Expected "after" to be the "next" of the page before, but found "${after.slice(0, 60)}"; leave it out for the first page`,
  )
