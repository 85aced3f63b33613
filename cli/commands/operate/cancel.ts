/** End an application before its time, with a reason. */
import type { InstanceStatus } from '../../../engine/core/instance.ts'
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
      .requiredOption('--reason <text>', say('option.reason'))
    declareConnection(command, say)
  },

  async run({ args: [name = ''], options: { reason, ...options }, terminal }) {
    const { say } = terminal
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const place = `${instancePlace(name)}/cancel`
    const done = await api.send<{ readonly status: InstanceStatus }>('POST', place, { reason })
    if (isProblem(done)) return done
    return { json: done, lines: [say('steering.done', { reference: name, status: say(`status.${done.status}`) })] }
  },
})
