/** A command to one application that needs nothing but a reason. */
import type { InstanceStatus } from '../../engine/core/instance.ts'
import { isProblem } from '../../engine/core/problem.ts'
import { type CliCommand, defineCommand } from '../command.ts'
import { connect, declareConnection, type ConnectionOptions } from './connection.ts'
import { instancePlace } from './instance.ts'

interface Options extends ConnectionOptions {
  readonly reason: string
}

export const steering = (step: 'cancel' | 'suspend' | 'resume'): CliCommand =>
  defineCommand<Options>({
    declare(command, say) {
      command
        .argument('<application>', say('argument.application'))
        .requiredOption('--reason <text>', say('option.reason'))
      declareConnection(command, say)
    },

    async run({ args: [name = ''], options, terminal }) {
      const { say } = terminal
      const api = connect(options, terminal)
      if (isProblem(api)) return api
      const done = await api.send<{ readonly status: InstanceStatus }>('POST', `${instancePlace(name)}/${step}`, {
        reason: options.reason,
      })
      if (isProblem(done)) return done
      return { json: done, lines: [say('steering.done', { reference: name, status: say(`status.${done.status}`) })] }
    },
  })
