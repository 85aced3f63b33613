/** Tokens come out here that went in at a throwing link event. */
import type { TriggerOf } from '../../../program.ts'

/** The way itself is a flow of the program (jumps.ts). */
export const link = (): TriggerOf<'link'> => ({ kind: 'link' })
