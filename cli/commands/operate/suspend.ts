/** Hold an application: nothing moves in it until it is resumed. */
import { steering } from '../../remote/steering.ts'

export const command = steering('suspend')
