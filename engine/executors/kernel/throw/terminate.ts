/** Ends its scope at once, with everything that still runs in it; what is around the scope goes on. */
import type { Thrower } from './thrower.ts'

/** The life cycle ends the scope once the event itself has ended (`ends`). */
export const terminate: Thrower<'terminate'> = () => ({ kind: 'pass' })
