/** The whole application is called off. */
import type { LocalId } from '../../../core/ids.ts'
import { terminate } from '../tokens/terminate.ts'
import type { Handler } from './command.ts'

/** The process is always the first element instance. */
export const PROCESS = '1' as LocalId

export const cancel: Handler<'cancel'> = (run, { reason }) => {
  terminate(run, PROCESS)
  run.emit({ kind: 'instanceTerminated', reason })
  return undefined
}
