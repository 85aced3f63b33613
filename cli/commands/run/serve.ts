/** Runs Masar until it is stopped. */
import { existsSync } from 'node:fs'
import type { ServerConfig } from '../../../engine/config.ts'
import { invalid, isProblem, type Problem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { portOf } from '../../running/port.ts'
import { start } from '../../running/start.ts'
import { untilStopped } from '../../running/until-stopped.ts'
import type { Say } from '../../text/text.ts'

interface Options {
  readonly config?: string
  readonly data?: string
  readonly port?: string
  readonly host?: string
}

const CONFIG = 'masar.json'

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .option('--config <file>', say('option.config', { file: CONFIG }))
      .option('--data <folder>', say('option.data'))
      .option('--port <number>', say('option.port'))
      .option('--host <address>', say('option.host'))
  },

  async run({ options, terminal }) {
    const { say } = terminal
    const config = await configOf(options, say)
    if (isProblem(config)) return config
    const server = await start(config, say)
    if (isProblem(server)) return server
    return {
      json: { url: server.url, openapi: `${server.url}/api/openapi.json`, data: config.data },
      lines: [say('serve.running', { url: server.url, data: config.data })],
      until: untilStopped(() => server.close(), terminal),
    }
  },
})

async function configOf(options: Options, say: Say): Promise<ServerConfig | Problem> {
  const { DEFAULT_CONFIG, readConfigFile } = await import('../../../engine/config.ts')
  const file = options.config ?? (existsSync(CONFIG) ? CONFIG : undefined)
  const read = file === undefined ? DEFAULT_CONFIG : readConfigFile(file)
  if (isProblem(read)) return read
  const port = options.port === undefined ? read.port : portOf(options.port)
  if (port === undefined) return invalid('usage.port', say('usage.port', { found: options.port ?? '' }))
  const host = options.host ?? read.host
  const given = { ...read, port, host, data: options.data ?? read.data }
  return read.publicUrl === DEFAULT_CONFIG.publicUrl ? { ...given, publicUrl: `http://${host}:${port}` } : given
}
