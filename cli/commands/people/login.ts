/** Sign in; the token is kept in a file only this user of the machine can read. */
import { text } from 'node:stream/consumers'
import { isProblem, type Problem, invalid } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { moment } from '../../output/time.ts'
import { openApi } from '../../remote/api.ts'
import { declareServer, serverOf, type ConnectionOptions } from '../../remote/connection.ts'
import { storeLogin } from '../../remote/login-file.ts'
import { askSecretly } from '../../remote/secret.ts'
import type { Terminal } from '../../terminal.ts'

interface Options extends ConnectionOptions {
  readonly passwordStdin?: boolean
}

interface Session {
  readonly token: string
  readonly expires: string
  readonly user: string
  readonly agency: string
  readonly roles: readonly string[]
  readonly groups: readonly string[]
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command.argument('<user>', say('argument.user')).option('--password-stdin', say('option.passwordStdin'))
    declareServer(command, say)
  },

  async run({ args: [user = ''], options, terminal }) {
    const server = serverOf(options, terminal)
    if (typeof server !== 'string') return server
    const password = await passwordFor(user, options, terminal)
    if (isProblem(password)) return password
    const session = await openApi(server, undefined, terminal).send<Session>('POST', '/api/sessions', {
      user,
      password,
    })
    if (isProblem(session)) return session
    const { token, expires, ...who } = session
    const file = storeLogin(server, terminal.env, session.user, { token, expires })
    return {
      json: { server, expires, file, ...who },
      lines: [terminal.say('login.done', { user: session.user, server, until: moment(expires) })],
    }
  },
})

/** Never from the command line, where every user of the machine can see it. */
async function passwordFor(user: string, options: Options, { env, say }: Terminal): Promise<string | Problem> {
  if (options.passwordStdin === true) return (await text(process.stdin)).replace(/\r?\n$/, '')
  const given = env['MASAR_PASSWORD']
  if (given !== undefined && given !== '') return given
  if (!process.stdin.isTTY) return invalid('usage.password', say('usage.password'))
  return askSecretly(say('login.password', { user }))
}
