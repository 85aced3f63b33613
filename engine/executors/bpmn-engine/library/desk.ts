/** What the library's elements tell and ask while tokens move: the border between it and the case. */
import type { Environment, Inside, Message } from './package.ts'
import type { Standing } from './standing.ts'

export interface Desk {
  /** A token is in an element; it stays there until the case lets it go on. */
  arrived(standing: Standing): void
  /** A subprocess is open inside. */
  opened(executionId: string, inside: Inside): void
  /** Nothing runs any more inside a subprocess. */
  emptied(executionId: string): void
  /** A token takes a flow. @param scope execution id of the process or subprocess the flow lies in */
  took(flow: string, scope: string): void
  /** Whether this process is running, as one that was called. */
  isCalled(executionId: string): boolean
  /** What one of our expressions is worth. */
  resolve(expression: string, message: Message): unknown
}

export function deskOf({ options }: Environment): Desk {
  return options['desk'] as Desk
}
