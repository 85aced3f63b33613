/** The procedure begins because a message came, e.g. from a counter or another agency. */
import { start } from './start.ts'

export const messageStart = start
