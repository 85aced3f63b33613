/** Which server a command speaks to, and as whom: options first, then the environment, then who signed in last. */
import type { Command } from 'commander'
import { invalid, type Problem } from '../../engine/core/problem.ts'
import type { Terminal } from '../terminal.ts'
import type { Say } from '../text/text.ts'
import { openApi, type Api } from './api.ts'
import { storedLogin } from './login-file.ts'

export interface ConnectionOptions {
  readonly server?: string
  readonly token?: string
  readonly as?: string
}

const DEFAULT_SERVER = 'http://127.0.0.1:8080'

export const declareServer = (command: Command, say: Say): Command =>
  command.option('--server <url>', say('option.server', { server: DEFAULT_SERVER }))

export const declareConnection = (command: Command, say: Say): Command =>
  declareServer(command, say).option('--token <token>', say('option.token')).option('--as <user>', say('option.as'))

export function serverOf(options: ConnectionOptions, { env, say }: Terminal): string | Problem {
  const text = options.server ?? env['MASAR_SERVER'] ?? DEFAULT_SERVER
  const url = URL.parse(text)
  if (url === null || !/^https?:$/.test(url.protocol))
    return invalid('usage.server', say('usage.server', { found: text }))
  return text.replace(/\/+$/, '')
}

export function connect(options: ConnectionOptions, terminal: Terminal): Api | Problem {
  const server = serverOf(options, terminal)
  if (typeof server !== 'string') return server
  const { env, say } = terminal
  const given = options.token ?? (options.as === undefined ? env['MASAR_TOKEN'] : undefined)
  if (given !== undefined) return openApi(server, given, terminal)
  const login = storedLogin(server, env, options.as)
  if (login === undefined && options.as !== undefined)
    return {
      kind: 'unauthenticated',
      code: 'login.missing',
      detail: say('login.missing', { user: options.as, server }),
    }
  return openApi(server, login?.token, terminal)
}
