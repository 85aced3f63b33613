/** Continue an application that has ended as a new one. */
import type { Started } from '../../../engine/commands/create-instance.ts'
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { declareAnswers, readAnswers, type AnswerOptions } from '../../remote/answers.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { instancePlace } from '../../remote/instance.ts'

interface Options extends ConnectionOptions, AnswerOptions {
  readonly reason: string
  readonly at: readonly string[]
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command
      .argument('<application>', say('argument.application'))
      .requiredOption('--reason <text>', say('option.reason'))
      .requiredOption('--at <element...>', say('option.restartAt'))
    declareAnswers(command, say)
    declareConnection(command, say)
  },

  async run({ args: [name = ''], options, terminal }) {
    const variables = readAnswers(options, terminal)
    if (isProblem(variables)) return variables
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const { reason, at } = options
    const started = await api.send<Started>('POST', `${instancePlace(name)}/restart`, { reason, at, variables })
    if (isProblem(started)) return started
    return { json: started, lines: [terminal.say('restart.done', { before: name, reference: started.reference })] }
  },
})
