/** The same message or delivery twice within one write; thrown so that nothing of the write is kept. */
import type { CommitResult } from '../../../core/store.ts'

export class Refused extends Error {
  readonly result: CommitResult

  constructor(result: CommitResult) {
    super('Expected each message and delivery once in a write, but one was there twice')
    this.result = result
  }
}
