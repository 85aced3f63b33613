/** The token comes out at the catching link event of the same name. */
import type { ThrowOf } from '../../../program.ts'

/** The way itself is a flow of the program (jumps.ts). */
export const link = (): ThrowOf<'link'> => ({ kind: 'link' })
