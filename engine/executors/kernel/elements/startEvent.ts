/** The procedure begins, because somebody asked for it, a message came or its time has come. */
import { start } from './start.ts'

export const startEvent = start
