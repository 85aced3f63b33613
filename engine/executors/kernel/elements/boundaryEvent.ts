/** Something that happened while a step was being done: a deadline passed, a message or an error came. */
import type { Behaviour } from '../behaviour.ts'

/** The life cycle sends a token here only when it has happened. */
export const boundaryEvent: Behaviour = {
  activate: ({ payload = {} }) => ({ kind: 'pass', result: payload }),
}
