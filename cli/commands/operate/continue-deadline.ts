/** Let a deadline that was stopped by hand go on before its stop ends by itself. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { instancePlace } from '../../remote/instance.ts'

interface Options extends ConnectionOptions {
  readonly reason: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<application>', say('argument.application'))
      .argument('<deadline>', say('argument.deadline'))
      .requiredOption('--reason <text>', say('option.reason'))
    declareConnection(command, say)
  },

  async run({ args: [name = '', deadline = ''], options, terminal }) {
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const { reason } = options
    const body = { deadline, reason }
    const done = await api.send<{ readonly status: string }>('POST', `${instancePlace(name)}/clocks/continue`, body)
    if (isProblem(done)) return done
    return { json: done, lines: [terminal.say('deadline.continued', { deadline, reference: name })] }
  },
})
