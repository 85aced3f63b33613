/** One path of the procedure ends here. */
import { pass } from './pass.ts'

export const noneEnd = pass
