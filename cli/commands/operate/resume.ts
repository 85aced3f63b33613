/** Let a suspended application go on. */
import { steering } from '../../remote/steering.ts'

export const command = steering('resume')
