/** The procedure begins because somebody asked for it. */
import { start } from './start.ts'

export const noneStart = start
