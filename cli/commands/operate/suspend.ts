/** Hold an application, a service or an agency: nothing moves until it is resumed. */
import { holding } from '../../remote/holding.ts'

export const command = holding('suspend')
