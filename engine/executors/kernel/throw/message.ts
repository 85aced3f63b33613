/** A message that leaves the procedure. */
import { send } from '../elements/send.ts'
import type { Thrower } from './thrower.ts'

export const message: Thrower<'message'> = (visit, { send: definition }) => send(visit, definition)
