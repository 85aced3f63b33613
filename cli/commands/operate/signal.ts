/** Tell everybody in the agency who waits for a signal, and begin the services that start with it. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { declareAnswers, readAnswers, type AnswerOptions } from '../../remote/answers.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'

interface Options extends ConnectionOptions, AnswerOptions {
  readonly id?: string
  readonly agency?: string
}

interface Broadcast {
  readonly accepted: boolean
  readonly reached: number
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command.argument('<name>', say('argument.signal'))
    declareAnswers(command, say)
      .option('--id <text>', say('option.signalId'))
      .option('--agency <code>', say('option.agency'))
    declareConnection(command, say)
  },

  async run({ args: [name = ''], options, terminal }) {
    const { id, agency } = options
    const variables = readAnswers(options, terminal)
    if (isProblem(variables)) return variables
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const broadcast = await api.send<Broadcast>('POST', '/api/signals', {
      name,
      variables,
      ...(id === undefined ? {} : { signalId: id }),
      ...(agency === undefined ? {} : { agency }),
    })
    if (isProblem(broadcast)) return broadcast
    const { accepted, reached } = broadcast
    const said = terminal.say(accepted ? 'signal.accepted' : 'signal.before', { name, count: reached })
    return { json: broadcast, lines: [said] }
  },
})
