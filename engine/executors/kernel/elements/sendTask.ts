/** A step that sends a message. */
import { send } from './send.ts'

export const sendTask = send
