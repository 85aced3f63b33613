/** The whole application is called off. */
import { PROCESS } from '../../../core/instance.ts'
import { terminate } from '../tokens/terminate.ts'
import type { Handler } from './command.ts'

export const cancel: Handler<'cancel'> = (run, { reason }) => {
  terminate(run, PROCESS)
  run.emit({ kind: 'instanceTerminated', reason })
  return undefined
}
