/** Begin every service whose condition holds for what is the case now. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { declareAnswers, readAnswers, type AnswerOptions } from '../../remote/answers.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'

interface Options extends ConnectionOptions, AnswerOptions {
  readonly package?: string
  readonly agency?: string
}

interface Begun {
  readonly instances: readonly { readonly reference: string }[]
}

export const command = defineCommand<Options>({
  declare(command, say) {
    declareAnswers(command, say)
      .option('--package <id>', say('option.onlyPackage'))
      .option('--agency <code>', say('option.agency'))
    declareConnection(command, say)
  },

  async run({ options, terminal }) {
    const { package: packageId, agency } = options
    const variables = readAnswers(options, terminal)
    if (isProblem(variables)) return variables
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const begun = await api.send<Begun>('POST', '/api/conditions', {
      variables,
      ...(packageId === undefined ? {} : { packageId }),
      ...(agency === undefined ? {} : { agency }),
    })
    if (isProblem(begun)) return begun
    const lines = begun.instances.map(({ reference }) => reference)
    return { json: begun, lines: [terminal.say('condition.begun', { count: lines.length }), ...lines] }
  },
})
