/** End an application before its time, with a reason. */
import { steering } from '../../remote/steering.ts'

export const command = steering('cancel')
