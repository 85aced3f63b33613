/** What was completed is undone: nothing is opened for it, who undoes it finds the handler (compensation/). */
import type { Opener } from './opener.ts'

export const compensation: Opener<'compensation'> = () => []
