/** A business error is thrown inside: nothing is opened for it, it looks for its catcher (catch/catcher.ts). */
import type { Opener } from './opener.ts'

export const error: Opener<'error'> = () => []
