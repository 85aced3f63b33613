/** A step that waits for a message, and may have deadlines of its own on its edge. */
import { catching } from './catching.ts'

export const receiveTask = catching
