/** A transaction is canceled. */
import type { TriggerOf } from '../../../program.ts'

export const cancel = (): TriggerOf<'cancel'> => ({ kind: 'cancel' })
