/** Tell waiting applications what another system has to say. */
import { invalid, isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { declareAnswers, readAnswers, type AnswerOptions } from '../../remote/answers.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'

interface Options extends ConnectionOptions, AnswerOptions {
  readonly key?: string
  readonly id?: string
  readonly ttl?: string
  readonly agency?: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command.argument('<name>', say('argument.message'))
    declareAnswers(command, say)
      .option('--key <text>', say('option.correlation'))
      .option('--id <text>', say('option.messageId'))
      .option('--ttl <milliseconds>', say('option.ttl'))
      .option('--agency <code>', say('option.agency'))
    declareConnection(command, say)
  },

  async run({ args: [name = ''], options, terminal }) {
    const { key, id, ttl, agency } = options
    const { say } = terminal
    if (ttl !== undefined && !/^\d{1,11}$/.test(ttl))
      return invalid('usage.ttl', say('usage.count', { option: '--ttl', found: ttl }))
    const variables = readAnswers(options, terminal)
    if (isProblem(variables)) return variables
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const published = await api.send<{ readonly accepted: boolean }>('POST', '/api/messages', {
      name,
      variables,
      ...(key === undefined ? {} : { correlationKey: key }),
      ...(id === undefined ? {} : { messageId: id }),
      ...(ttl === undefined ? {} : { timeToLive: Number(ttl) }),
      ...(agency === undefined ? {} : { agency }),
    })
    if (isProblem(published)) return published
    return { json: published, lines: [say(published.accepted ? 'message.accepted' : 'message.before', { name })] }
  },
})
