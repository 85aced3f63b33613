/** A path that ends by sending a message. */
import { send } from './send.ts'

export const messageEnd = send
