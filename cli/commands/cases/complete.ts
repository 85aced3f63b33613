/** Submit the answers of a task and complete it; or save them for later. */
import { isProblem } from '../../../engine/core/problem.ts'
import { defineCommand } from '../../command.ts'
import { declareAnswers, readAnswers, type AnswerOptions } from '../../remote/answers.ts'
import { connect, declareConnection, type ConnectionOptions } from '../../remote/connection.ts'
import { taskId } from '../../remote/task.ts'

interface Options extends ConnectionOptions, AnswerOptions {
  readonly element?: string
  readonly draft?: boolean
}

interface Moved {
  readonly reference: string
  readonly status: string
}

export const command = defineCommand<Options>({
  declare(command, say) {
    command.argument('<task>', say('argument.task'))
    declareAnswers(command, say).option('--element <id>', say('option.element')).option('--draft', say('option.draft'))
    declareConnection(command, say)
  },

  async run({ args: [name = ''], options, terminal }) {
    const { say } = terminal
    const variables = readAnswers(options, terminal)
    if (isProblem(variables)) return variables
    const api = connect(options, terminal)
    if (isProblem(api)) return api
    const id = await taskId(api, name, options.element, terminal)
    if (isProblem(id)) return id
    const place = `/api/tasks/${encodeURIComponent(id)}`
    if (options.draft === true) {
      const saved = await api.send('PUT', `${place}/draft`, { variables })
      return isProblem(saved) ? saved : { json: { task: id, saved: true }, lines: [say('complete.saved')] }
    }
    const moved = await api.send<Moved>('POST', `${place}/complete`, { variables })
    if (isProblem(moved)) return moved
    const { reference } = moved
    return { json: moved, lines: [say(moved.status === 'active' ? 'complete.done' : 'complete.ended', { reference })] }
  },
})
