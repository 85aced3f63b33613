/** Sign out: the token is void on the server and gone from this machine. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { openApi } from '../../remote/api.ts'
import { declareServer, serverOf, type ConnectionOptions } from '../../remote/connection.ts'
import { forgetLogin, storedLogin } from '../../remote/login-file.ts'

export const command = defineCommand<ConnectionOptions>({
  declare(command, say) {
    command.argument('[user]', say('argument.userToLogOut'))
    declareServer(command, say)
  },

  async run({ args: [user], options, terminal }) {
    const { env, say } = terminal
    const server = serverOf(options, terminal)
    if (typeof server !== 'string') return server
    const login = storedLogin(server, env, user)
    if (login === undefined) return { json: { server, signedOut: false }, lines: [say('logout.nobody', { server })] }
    const closed = await openApi(server, login.token, terminal).send('DELETE', '/api/sessions/current')
    if (isProblem(closed) && closed.kind !== 'unauthenticated') return closed
    forgetLogin(server, env, login.user)
    return {
      json: { server, signedOut: true, user: login.user },
      lines: [say('logout.done', { user: login.user, server })],
    }
  },
})
