/** Let go on what was suspended. */
import { holding } from '../../remote/holding.ts'

export const command = holding('resume')
