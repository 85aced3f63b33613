/** Waits on the way until something happens: a time, a message. */
import { catching } from './catching.ts'

export const catchEvent = catching
