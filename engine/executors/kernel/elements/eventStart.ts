/** The event that set an event subprocess going, with what came with it. */
import { start } from './start.ts'

export const eventStart = start
