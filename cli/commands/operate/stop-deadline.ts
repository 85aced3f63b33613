/** Let a deadline of law stand still, under an article that allows it. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { instancePlace } from '../../remote/instance.ts'

interface Options extends ConnectionOptions {
  readonly article: string
  readonly reason: string
  readonly until?: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<application>', say('argument.application'))
      .argument('<deadline>', say('argument.deadline'))
      .requiredOption('--article <id>', say('option.article'))
      .requiredOption('--reason <text>', say('option.stopReason'))
      .option('--until <moment>', say('option.stopUntil'))
    declareConnection(command, say)
  },

  async run({ args: [name = '', deadline = ''], options, terminal }) {
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const { article: legalBasis, reason, until } = options
    const body = { deadline, legalBasis, reason, ...(until === undefined ? {} : { until }) }
    const done = await api.send<{ readonly status: string }>('POST', `${instancePlace(name)}/clocks/stop`, body)
    if (isProblem(done)) return done
    return { json: done, lines: [terminal.say('deadline.stopped', { deadline, reference: name })] }
  },
})
