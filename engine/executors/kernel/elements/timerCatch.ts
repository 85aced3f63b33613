/** Waits on the way until a time has come. */
import { catching } from './catching.ts'

export const timerCatch = catching
