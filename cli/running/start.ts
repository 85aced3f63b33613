/** Starts a server for a command, with what can go wrong on the way said as a person needs it. */
import type { ServerConfig } from '../../engine/config.ts'
import { conflict, forbidden, type Problem } from '../../engine/core/problem.ts'
import type { RunningServer } from '../../engine/server.ts'
import type { Say } from '../text/text.ts'

export async function start(config: ServerConfig, say: Say): Promise<RunningServer | Problem> {
  const { startServer } = await import('../../engine/server.ts')
  try {
    return await startServer(config)
  } catch (error) {
    const problem = listenProblem(error, `${config.host}:${config.port}`, say)
    if (problem === undefined) throw error
    return problem
  }
}

/** undefined: not about the address. */
export function listenProblem(error: unknown, address: string, say: Say): Problem | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  if (code === 'EADDRINUSE') return conflict('run.port-taken', say('run.portTaken', { address }))
  if (code === 'EACCES') return forbidden('run.port-refused', say('run.portRefused', { address }))
  return undefined
}
