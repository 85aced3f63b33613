/** The event ends its scope. */
import type { ThrowOf } from '../../../program.ts'

export const terminate = (): ThrowOf<'terminate'> => ({ kind: 'terminate' })
