/** Waits on the way until a message comes. */
import { catching } from './catching.ts'

export const messageCatch = catching
