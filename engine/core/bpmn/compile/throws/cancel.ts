/** The event cancels the transaction around it. */
import type { ThrowOf } from '../../../program.ts'

export const cancel = (): ThrowOf<'cancel'> => ({ kind: 'cancel' })
