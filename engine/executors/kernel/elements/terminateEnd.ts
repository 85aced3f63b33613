/** Ends its scope at once, with everything that still runs in it; what is around the scope goes on. */
import type { Behaviour } from '../behaviour.ts'

export const terminateEnd: Behaviour = { endsScope: true, activate: () => ({ kind: 'pass' }) }
