/** A message sent on the way. */
import { send } from './send.ts'

export const messageThrow = send
