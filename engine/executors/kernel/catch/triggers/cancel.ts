/** A transaction is canceled from inside: nothing is opened for it (compensation/cancel.ts). */
import type { Opener } from './opener.ts'

export const cancel: Opener<'cancel'> = () => []
