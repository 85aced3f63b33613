/** Somebody may no longer act for a company: at once, in every session. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'

export const command = defineCommand<ConnectionOptions>({
  declare(command, say) {
    command.argument('<id>', say('argument.mandate'))
    declareConnection(command, say)
  },

  async run({ args: [id = ''], options, terminal }) {
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const done = await api.send('DELETE', `/api/mandates/${encodeURIComponent(id)}`)
    if (isProblem(done)) return done
    return { json: { id, revoked: true }, lines: [terminal.say('mandate.revoked', { id })] }
  },
})
