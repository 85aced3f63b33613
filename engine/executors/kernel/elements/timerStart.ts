/** The procedure begins because its hour came. */
import { start } from './start.ts'

export const timerStart = start
